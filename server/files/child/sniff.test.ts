import { describe, expect, test } from 'vitest';
import { allowed, type Purpose, purposes } from '../../contract/file-limits.ts';
import { Refused } from './not-taken.ts';
import { sortOf } from './sniff.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const pdf = latin('%PDF-1.7\n');
const zip = latin('PK\x03\x04rest');
const jpeg = latin('\xff\xd8\xff\xe0rest');
const png = latin('\x89PNG\r\n\x1a\nrest');
const ole = latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest');

function codeOf(name: string, bytes: Buffer, purpose: Purpose = 'attachment'): string {
  try {
    return sortOf(bytes, name, purpose).extension;
  } catch (error) {
    if (error instanceof Refused) return error.verdict.code;
    throw error;
  }
}

describe('F1 content and extension agree', () => {
  const good: readonly (readonly [string, Buffer, string])[] = [
    ['a.pdf', pdf, 'pdf'],
    ['a.PDF', pdf, 'pdf'],
    ['a.docx', zip, 'docx'],
    ['a.zip', zip, 'zip'],
    ['a.ofd', zip, 'ofd'],
    ['a.jpg', jpeg, 'jpg'],
    ['a.jpeg', jpeg, 'jpg'],
    ['a.png', png, 'png'],
    ['a.txt', Buffer.from('说明'), 'txt'],
    ['a.csv', Buffer.from('\ufeff名称,数量\r\n'), 'csv'],
    ['a.txt', latin('\xcb\xb5\xc3\xf7'), 'txt'],
    ['a.txt', Buffer.from('\ufeff说明', 'utf16le'), 'txt'],
  ];
  test.each(good)('%s is taken', (name, bytes, extension) => {
    expect(codeOf(name, bytes)).toBe(extension);
  });

  test('every pair of a name and another content is refused', () => {
    const contents: Readonly<Record<string, Buffer>> = { pdf, zip, jpg: jpeg, png, txt: Buffer.from('text') };
    for (const name of Object.keys(contents))
      for (const [content, bytes] of Object.entries(contents))
        if (name !== content)
          expect([name, content, codeOf(`a.${name}`, bytes)]).toEqual([name, content, 'type_differs']);
  });
});

describe('F1 disguises are refused', () => {
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ['a.pdf', latin('GIF89a%PDF-1.7'), 'type_differs'],
    ['a.pdf', latin('\n\n%PDF-1.7'), 'type_differs'],
    ['a.pdf', latin('<html><script>%PDF-1.7'), 'type_differs'],
    ['a.txt', latin('notes\n%PDF-1.7'), 'type_differs'],
    ['a.zip', latin('GIF89aPK\x03\x04'), 'type_differs'],
    ['a.jpg', latin('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'type_differs'],
    ['a.jpg', latin('alert(1)'), 'type_differs'],
    ['a.txt', latin('<!DOCTYPE html><script>alert(1)</script>'), 'type_differs'],
    ['a.txt', Buffer.from('\ufeff \n<SVG onload=alert(1)>'), 'type_differs'],
    ['a.txt', Buffer.from('\ufeff<html>', 'utf16le'), 'type_differs'],
    ['a.csv', latin('<?xml version="1.0"?>'), 'type_differs'],
    ['a.txt', latin('<?php system(1)'), 'type_differs'],
    ['a.txt', latin('#!/bin/sh\nrm'), 'type_differs'],
    ['a.txt', latin('MZ\x90\0\x03'), 'type_differs'],
    ['a.docx', latin('\x7fELF'), 'type_differs'],
    ['a.txt', latin('{\\rtf1'), 'type_differs'],
    ['a.txt', latin('abc\0def'), 'not_text'],
    ['a.txt', latin('abc\x1bdef'), 'not_text'],
    ['a.txt', latin('\xff\xff\xff\xff'), 'not_text'],
    ['a.txt', latin('\xff\xfea'), 'not_text'],
    ['a.svg', latin('<svg/>'), 'program'],
    ['a.html', latin('<p>'), 'program'],
    ['a.exe', latin('MZ'), 'program'],
    ['报告\u202efdp.exe', pdf, 'program'],
    ['a.php.jpg', jpeg, 'double_extension'],
    ['a.docm', zip, 'macros'],
    ['a.xlsm', zip, 'macros'],
    ['a.rar', latin('Rar!\x1a\x07\0'), 'other_archive'],
    ['a.7z', latin('7z\xbc\xaf\x27\x1c'), 'other_archive'],
    ['a.webp', latin('RIFF\0\0\0\0WEBP'), 'type_not_allowed'],
    ['a', pdf, 'type_not_allowed'],
    ['pdf', pdf, 'type_not_allowed'],
    ['a.pdf', Buffer.alloc(0), 'empty'],
    ['a.pdf', Buffer.alloc(50_000_001, '%PDF-1.7'), 'too_large'],
  ];
  test.each(cases)('%j', (name, bytes, code) => {
    expect(codeOf(name, bytes)).toBe(code);
  });

  test.each(['doc', 'xls', 'ppt', 'wps', 'et', 'dps', 'rtf'])(
    'the old format %s, saying why and how to save anew',
    (extension) => {
      expect(codeOf(`a.${extension}`, ole)).toBe('old_format');
      expect(() => sortOf(ole, `a.${extension}`, 'attachment')).toThrow(/作者、单位和修改记录去不干净.*另存为新格式/);
    },
  );
  test('an old format that is called by the new name, and a new one with a password', () => {
    expect(codeOf('a.docx', ole)).toBe('old_format');
    expect(codeOf('a.docx', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('encrypted');
  });
});

test('F1 each purpose takes its own types only', () => {
  expect(codeOf('a.webp', latin('RIFF\0\0\0\0WEBP'), 'picture')).toBe('webp');
  expect(codeOf('a.gif', latin('GIF89a'), 'picture')).toBe('gif');
  expect(codeOf('a.pdf', pdf, 'picture')).toBe('type_not_allowed');
  expect(codeOf('a.pdf', pdf, 'word')).toBe('type_not_allowed');
  expect(codeOf('a.docx', zip, 'word')).toBe('docx');
});

test('F1 every allowed extension has a content that it must agree with', () => {
  for (const purpose of purposes)
    for (const extension of allowed[purpose].extensions)
      expect([extension, codeOf(`a.${extension}`, latin('\x7fELF'), purpose)]).toEqual([extension, 'type_differs']);
});
