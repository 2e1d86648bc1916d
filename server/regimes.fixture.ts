/** A small county beside that of ZJ, for the tests of the door: a weather bureau under QX, an education bureau under JY. */
import { type County, founded, type Plan } from './county.fixture.ts';
import type { Database } from './door/knock.ts';

const plan: Plan = {
  units: {
    市: undefined,
    气象局: '市',
    网络中心: '气象局',
    气象办公室: '气象局',
    预报科: '气象局',
    教育局: '市',
    教育办公室: '教育局',
    教育信息中心: '教育局',
    小学科: '教育局',
    教师科: '教育局',
  },
  people: {
    // QX: the forecaster hands in, the administrator compiles, the reviewer or a leader approves.
    forecaster: ['information-officer 预报科'],
    administrator: ['administrator 网络中心', 'reviewer 气象办公室'],
    deputy: ['administrator 网络中心'],
    reviewer: ['reviewer 气象办公室'],
    qxVice: ['vice-leader 气象局'],
    qxMain: ['main-leader 气象局'],
    // JY: the section for primary schools writes for a column of the section for teachers.
    teacher: ['column-editor 小学科'],
    columnEditor: ['column-editor 教师科'],
    editor: ['responsible-editor 教师科', 'responsible-editor 教育办公室'],
    jyReviewer: ['reviewer 教育办公室'],
    jyHead: ['head 教育办公室'],
    jyPublisher: ['publisher 教育办公室', 'column-editor 教育办公室'],
    jyVice: ['vice-leader 教育局'],
    jyMain: ['main-leader 教育局'],
  },
  leading: {
    qxVice: ['网络中心', '气象办公室', '预报科'],
    jyVice: ['教育办公室', '教育信息中心', '小学科', '教师科'],
  },
  sites: { qixiang: ['sub', '气象局', '网络中心'], jiaoyu: ['sub', '教育局', '教育信息中心'] },
  adoptions: [
    {
      regulation: 'qx-site',
      by: '气象局',
      roles: { network: ['网络中心'], office: ['气象办公室'], section: ['气象办公室', '网络中心', '预报科'] },
      home: { 'weather-news': 1 },
    },
    {
      regulation: 'jy-education-site',
      by: '教育局',
      roles: {
        office: ['教育办公室'],
        technical: ['教育信息中心'],
        centre: ['教育信息中心'],
        group: ['教育局'],
        section: ['教育办公室', '小学科', '教师科'],
      },
      leads: Object.fromEntries(
        ['services', 'teachers', 'pupils', 'community', 'topics'].map((column) => [column, ['教师科']]),
      ),
      home: { news: 1 },
    },
  ],
};

export const regimes = (db: Database): Promise<County> => founded(db, plan);
