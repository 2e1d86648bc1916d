import { expect, test } from 'vitest';
import { inert } from './inert.ts';

test('G5 style and event attributes are renamed, however they are written, and nothing else is touched', () => {
  expect(inert('<p style="color:red" onclick=\'x()\' class=a>style="a" onclick=b</p>')).toBe(
    '<p data-style="color:red" data-onclick=\'x()\' class=a>style="a" onclick=b</p>',
  );
  expect(inert('<img\nSTYLE = x/OnError=y()>')).toBe('<img\ndata-STYLE = x/OnError=y()>');
  expect(inert('<img/onerror=y() src=a>')).toBe('<img/data-onerror=y() src=a>');
  expect(inert('<a title="> style=1" style="x">')).toBe('<a title="> style=1" data-style="x">');
  expect(inert('<!-- <p style="a"> --><p style="a">')).toBe('<!-- <p style="a"> --><p data-style="a">');
  expect(inert('<!--><p style="a"><!-- <p style="a"> --!><p style="a">')).toBe(
    '<!--><p data-style="a"><!-- <p style="a"> --!><p data-style="a">',
  );
  expect(inert('<a href=x style>1 < 2 <b on>')).toBe('<a href=x data-style>1 < 2 <b data-on>');
});

test('what is cut off, or never closed, is given back as long as it came', () => {
  for (const html of ['<p style="a', '<p style', '<', '<p', '<!--', '<p =style', "<p a='"])
    expect(inert(html).replace(/data-/g, '')).toBe(html);
});

test('a million signs without an end take no longer than their length asks for', () => {
  const began = performance.now();
  for (const piece of ['<', '<p ', '="', '<!--', '<p style=', '/', '<p onclick="']) inert(piece.repeat(100_000));
  expect(performance.now() - began).toBeLessThan(20_000);
});
