import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { onePage, packed } from './paper.fixture.ts';
import { scrubPdf } from './pdf.ts';

const script = '<< /S /JavaScript /JS (app.alert(1)) >>';
const cases: readonly (readonly [string, Parameters<typeof onePage>[0], string])[] = [
  ['a script on opening', { catalog: `/OpenAction ${script}` }, 'pdf_script'],
  ['a script among the names', { catalog: `/Names << /JavaScript << /Names [(a) ${script}] >> >>` }, 'pdf_script'],
  [
    'a script behind two references',
    { catalog: '/OpenAction 10 0 R', more: { 10: '<< /S /JavaScript /JS 11 0 R >>', 11: '(x)' } },
    'pdf_script',
  ],
  [
    'a script as a stream',
    { catalog: '/OpenAction 10 0 R', more: { 10: '<< /S /JavaScript /JS 11 0 R >>', 11: { dict: '', content: 'x' } } },
    'pdf_script',
  ],
  ['a script in packed objects', { catalog: '/OpenAction 12 0 R', more: { 10: packed({ 12: script }) } }, 'pdf_script'],
  [
    'a script whose names are written in numbers',
    { catalog: '/OpenAction << /#53 /J#61vaScript /#4a#53 (x) >>' },
    'pdf_script',
  ],
  ['a script without its kind', { catalog: '/OpenAction << /JS (x) >>' }, 'pdf_script'],
  ['a script when a page is closed', { page: `/AA << /C ${script} >>` }, 'pdf_script'],
  [
    'a script after a harmless action',
    { catalog: `/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next [ << /S /Named /N /NextPage /Next ${script} >> ] >>` },
    'pdf_script',
  ],
  [
    'a script on a button',
    { page: `/Annots [<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] /A ${script} >>]` },
    'pdf_script',
  ],
  [
    'a script in a field of the form',
    { catalog: `/AcroForm << /Fields [<< /T (a) /Kids [<< /AA << /K ${script} >> >>] >>] >>` },
    'pdf_script',
  ],
  ['a script on a bookmark', { catalog: `/Outlines << /First << /Title (a) /A ${script} >> >>` }, 'pdf_script'],
  [
    'a script among the pictures',
    { page: `/Annots [<< /Subtype /Link /Rect [0 0 9 9] /PA ${script} >>]` },
    'pdf_script',
  ],
  ['a program that is started', { catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }, 'pdf_launch'],
  [
    'a form that is sent away',
    { page: '/Annots [<< /Subtype /Widget /Rect [0 0 9 9] /A << /S /SubmitForm /F (http://x.example) >> >>]' },
    'pdf_active',
  ],
  ['an action that nobody knows', { catalog: '/OpenAction << /S /Explode >>' }, 'pdf_active'],
  [
    'a stream that lies in another file',
    { catalog: '/X 10 0 R', more: { 10: { dict: '/F (../secret)', content: '' } } },
    'pdf_active',
  ],
  [
    'a file among the names',
    {
      catalog: '/Names << /EmbeddedFiles << /Names [(a) << /EF << /F 10 0 R >> >>] >> >>',
      more: { 10: { dict: '/Type /EmbeddedFile', content: 'x' } },
    },
    'pdf_embedded',
  ],
  ['a file pinned to a page', { page: '/Annots [<< /Subtype /FileAttachment /Rect [0 0 9 9] >>]' }, 'pdf_embedded'],
  ['a file beside the catalog', { catalog: '/AF [<< /F (a.xml) >>]' }, 'pdf_embedded'],
  ['a portfolio', { catalog: '/Collection << /View /D >>' }, 'pdf_embedded'],
  ['a jump into an embedded file', { catalog: '/OpenAction << /S /GoToE /D (a) >>' }, 'pdf_embedded'],
  ['a film', { page: '/Annots [<< /Subtype /RichMedia /Rect [0 0 9 9] >>]' }, 'pdf_media'],
  ['a model in space', { page: '/Annots [<< /Subtype /3D /Rect [0 0 9 9] >>]' }, 'pdf_media'],
  ['a sound', { catalog: '/OpenAction << /S /Sound /Sound 4 0 R >>' }, 'pdf_media'],
  ['a dynamic form', { catalog: '/AcroForm << /XFA [(a) 4 0 R] /Fields [] >>' }, 'pdf_xfa'],
  [
    'a signature',
    {
      catalog:
        '/AcroForm << /Fields [<< /FT /Sig /V << /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00> >> >>] >>',
    },
    'pdf_signed',
  ],
  [
    'a signature without its kind',
    { catalog: '/X << /SubFilter /ETSI.CAdES.detached /Contents <00> >>' },
    'pdf_signed',
  ],
  ['a certificate of the author', { catalog: '/Perms << /DocMDP << /Type /Sig /Contents <00> >> >>' }, 'pdf_signed'],
  [
    'words that are only marked to be blacked out',
    { page: '/Annots [<< /Subtype /Redact /Rect [0 0 9 9] >>]' },
    'pdf_unredacted',
  ],
  ['a password', { trailer: '/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4 >>' }, 'pdf_encrypted'],
];

test.each(cases)('%s is refused, saying what to do', async (_, made, code) => {
  const verdict = await scrubPdf(onePage(made));
  expect(verdict).toMatchObject({ ok: false, code });
  expect(!verdict.ok && verdict.message).toMatch(/请/);
});

const harmless: readonly (readonly [string, Parameters<typeof onePage>[0]])[] = [
  ['a jump on opening', { catalog: '/OpenAction << /S /GoTo /D [3 0 R /Fit] >>' }],
  [
    'a link to the web',
    { page: '/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://www.example.gov.cn/) >> >>]' },
  ],
  ['a field that waits for a signature', { catalog: '/AcroForm << /Fields [<< /FT /Sig /T (a) >>] >>' }],
  ['names without files', { catalog: '/Names << /EmbeddedFiles << /Names [] >> /JavaScript << /Names [] >> >>' }],
  [
    'a font that is called JS',
    { page: '/Resources << /Font << /JS << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >>' },
  ],
  ['a script that nothing leads to', { more: { 10: script } }],
  ['the rights that an Adobe program gave', { catalog: '/Perms << /UR3 << /Type /Sig /Contents <00> >> >>' }],
  [
    'the structure of a text, whose attributes are called A',
    { catalog: '/StructTreeRoot << /Type /StructTreeRoot /K << /S /P /A << /O /Layout /TextAlign /Center >> >> >>' },
  ],
];

test.each(harmless)('%s is no reason to refuse', async (_, made) => {
  expect(await scrubPdf(onePage(made))).toMatchObject({ ok: true });
});

test('a script that nothing leads to is not in the output', async () => {
  const scrubbed = await scrubPdf(onePage({ more: { 10: script } }));
  expect(scrubbed.ok && scrubbed.notes).toEqual(['去掉了 1 项看不到的旧内容']);
});

const odd: readonly (readonly [string, Buffer, string])[] = [
  ['what is no PDF', Buffer.from('hello'), 'pdf_broken'],
  ['a head alone', Buffer.from('%PDF-1.7\n'), 'pdf_broken'],
  [
    'a tree of pages that bites its tail',
    Buffer.from(onePage().toString('latin1').replace('[3 0 R]', '[2 0 R]'), 'latin1'),
    'pdf_broken',
  ],
  [
    'a page whose content is missing',
    Buffer.from(onePage().toString('latin1').replace('/Contents 4 0', '/Contents 9 0'), 'latin1'),
    'pdf_broken',
  ],
  ['nesting without end', onePage({ catalog: `/X ${'['.repeat(100_000)}` }), 'pdf_broken'],
  [
    '300 MB in one stream',
    onePage({
      catalog: '/X 10 0 R',
      more: { 10: { dict: '/Filter /FlateDecode', content: deflateSync(Buffer.alloc(300_000_000)) } },
    }),
    'pdf_bomb',
  ],
  [
    '300 MB behind two filters',
    onePage({
      catalog: '/X 10 0 R',
      more: {
        10: {
          dict: '/Filter [/FlateDecode /FlateDecode]',
          content: deflateSync(deflateSync(Buffer.alloc(300_000_000))),
        },
      },
    }),
    'pdf_bomb',
  ],
  [
    '100 MB of packed objects',
    onePage({
      more: {
        10: {
          dict: '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
          content: deflateSync(Buffer.alloc(100_000_000, ' ')),
        },
      },
    }),
    'pdf_bomb',
  ],
  ['a drawing that calls itself a picture', pictureDrawing(), 'pdf_bomb'],
  [
    'a picture of a billion pixels',
    onePage({ page: '/X 10 0 R', more: { 10: { dict: '/Subtype /Image /Width 40000 /Height 40000', content: '' } } }),
    'pdf_picture_too_large',
  ],
  [
    'a table of two billion objects',
    onePage({ more: { 10: { dict: '/Type /XRef /Size 2000000000 /W [1 1 1] /Root 1 0 R', content: '' } } }),
    'pdf_bomb',
  ],
];

function pictureDrawing(): Buffer {
  const content = deflateSync(Buffer.alloc(300_000_000, ' '));
  return onePage({ page: '/Contents 10 0 R', more: { 10: { dict: '/Subtype /Image /Filter /FlateDecode', content } } });
}

test.each(odd)(
  '%s is refused in little time and memory',
  async (_, bytes, code) => {
    expect(await scrubPdf(bytes)).toMatchObject({ ok: false, code });
  },
  60_000,
);
