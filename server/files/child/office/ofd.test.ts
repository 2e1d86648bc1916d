import { expect, test } from 'vitest';
import { cleaned, outermost } from '../document.ts';
import { Refused } from '../not-taken.ts';
import { sortOf } from '../sniff.ts';
import { readZip } from '../zip/read.ts';
import { makeRoom } from '../zip/room.ts';
import { writeZip } from '../zip/write.ts';

const space = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const parts = {
  'OFD.xml': `<ofd:OFD ${space} Version="1.0"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0f</ofd:DocID><ofd:Title>通知</ofd:Title><ofd:Author>canary</ofd:Author><ofd:Creator>canary</ofd:Creator><ofd:ModDate>2026-01-01</ofd:ModDate><ofd:CustomDatas><ofd:CustomData Name="用户">canary</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
  'Doc_0/Document.xml': `<ofd:Document ${space}><ofd:CommonData/><ofd:Extensions>Ext\\Extensions.xml</ofd:Extensions></ofd:Document>`,
  'Doc_0\\Ext\\Extensions.xml': `<ofd:Extensions ${space}><ofd:Extension AppName="canary"/></ofd:Extensions>`,
  'Doc_0/Pages/Page_0/Content.xml': `<ofd:Page ${space}><ofd:TextCode X="1">正文</ofd:TextCode></ofd:Page>`,
  'Doc_0/Annots/A.xml': `<ofd:PageAnnot ${space}><ofd:Annot Creator="canary" LastModDate="2026-01-01" ID="1"/></ofd:PageAnnot>`,
};

async function clean(more: Readonly<Record<string, string>> = {}) {
  const entries = Object.entries({ ...parts, ...more }).map(([name, text]) => ({
    name: name.replaceAll('\\', '/'),
    bytes: Buffer.from(text),
  }));
  const done = await cleaned(sortOf(await writeZip(entries), 'a.ofd', 'attachment'), outermost);
  const archive = await readZip(done.bytes, makeRoom('office'));
  if (!archive.ok) throw new Error(archive.message);
  return { notes: done.notes, texts: new Map(archive.entries.map(({ name, bytes }) => [name, bytes.toString()])) };
}

test('F4 an OFD file loses its author, program, dates and custom data, and keeps title and pages', async () => {
  const { notes, texts } = await clean();
  expect([...texts.keys()]).toEqual([
    'OFD.xml',
    'Doc_0/Document.xml',
    'Doc_0/Pages/Page_0/Content.xml',
    'Doc_0/Annots/A.xml',
  ]);
  expect([...texts.values()].join('')).not.toContain('canary');
  expect(texts.get('OFD.xml')).toContain('<ofd:Title>通知</ofd:Title></ofd:DocInfo><ofd:DocRoot>');
  expect(texts.get('Doc_0/Document.xml')).not.toContain('Extensions');
  expect(texts.get('Doc_0/Pages/Page_0/Content.xml')).toContain('<ofd:TextCode X="1">正文</ofd:TextCode>');
  expect(notes).toEqual(['去掉了作者、制作软件、时间等属性', '去掉了附带的自定义数据']);
});

test.each([
  [
    'sealed',
    'Doc_0/Signs/Signatures.xml',
    `<ofd:Signatures ${space}><ofd:Signature ID="1"/></ofd:Signatures>`,
    'signed',
  ],
  [
    'with a file inside',
    'Doc_0/Attachs/Attachments.xml',
    `<ofd:Attachments ${space}><ofd:Attachment ID="1"/></ofd:Attachments>`,
    'file_inside',
  ],
  [
    'with older versions',
    'Doc_0/Versions.xml',
    `<ofd:Versions ${space}><ofd:Version ID="1"/></ofd:Versions>`,
    'old_versions',
  ],
  ['with a password', 'Encryptions.xml', `<ofd:Encryptions ${space}><ofd:EncryptInfo/></ofd:Encryptions>`, 'encrypted'],
  ['with a video', 'Doc_0/Res.xml', `<ofd:Res ${space}><ofd:MultiMedia Type="Video"/></ofd:Res>`, 'media_inside'],
  ['with a program that is called a font', 'Doc_0/a.ttf', '#!/bin/sh', 'part_unknown'],
  ['with something that nobody knows', 'Doc_0/a.dat', 'x', 'picture_inside'],
  ['with a DTD', 'Doc_0/b.xml', '<!DOCTYPE a><a/>', 'doctype'],
])('F4 an OFD file %s is refused', async (_, name, text, code) => {
  const verdict = await clean({ [name]: text }).catch((error: unknown) => error);
  expect(verdict).toBeInstanceOf(Refused);
  expect((verdict as Refused).verdict.code).toBe(code);
});

test('F4 pictures are named as such among the media', async () => {
  const { texts } = await clean({ 'Doc_0/Res.xml': `<ofd:Res ${space}><ofd:MultiMedia Type="Image"/></ofd:Res>` });
  expect(texts.has('Doc_0/Res.xml')).toBe(true);
});
