/** An invented bureau with just the people that ZJ needs, and everything bound and confirmed. */
import { zj, zjBinding } from '../zj.fixture.ts';
import type { Organisation } from './organisation.ts';
import { suggestedValues } from './suggested.ts';
import type { Binding } from './types.ts';

export const unit = (id: string, name: string, parent = 'bureau') => ({ id, name, parent });
export const holding = (person: string, post: string, at: string) => ({ person, post, unit: at });

export const bureau: Organisation = {
  units: [
    { id: 'bureau', name: '市局' },
    ...[
      ['centre', '信息化中心'],
      ['office', '办公室'],
      ['food', '食品处'],
      ['legal', '法规处'],
      ['quality', '质量处'],
      ['inspection', '稽查处'],
      ['discipline', '纪检监察室'],
      ['party', '机关党委'],
      ['branch', '东城分局'],
    ].map(([id = '', name = '']) => unit(id, name)),
    unit('branch-office', '综合科', 'branch'),
    unit('branch-quality', '质量科', 'branch'),
  ],
  holdings: [
    holding('lin', 'undertaker', 'food'),
    holding('zhou', 'head', 'food'),
    holding('he', 'head', 'office'),
    holding('mi', 'secrecy-reviewer', 'office'),
    holding('fa', 'publisher', 'office'),
    holding('fen', 'vice-leader', 'bureau'),
    holding('ju', 'main-leader', 'bureau'),
    holding('guan', 'administrator', 'centre'),
  ],
  leading: [{ person: 'fen', unit: 'food' }],
};
export const binding: Binding = {
  ...zjBinding,
  values: suggestedValues(zj.regulation),
  leads: {
    services: ['food'],
    consult: ['food'],
    sampling: ['food', 'quality'],
    access: ['quality'],
    topics: ['food'],
  },
  readings: zj.regulation.blocks
    .filter((block) => block.reading !== undefined)
    .map((block) => `${block.kind} ${block.id}`),
};
