/** The tools of the bar: what each is called, when it is on, what it does. */
import { type Editor, isMarkActive } from '@tiptap/core';
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import type { Desk } from '../desk.ts';
import { clearFormat, hasAttribute, insertRule, toggleAttribute } from '../insert/blocks.ts';
import { insertFiles } from '../insert/files.ts';
import { boxOf } from '../insert/table.ts';
import { footnote, noteAt } from '../notes/insert.ts';
import type { IconName } from './icons.tsx';

/** What a tool opens beside the text. */
export type Open = 'link' | 'table' | 'neat' | 'find' | 'source';
export type Tool = {
  readonly name: IconName;
  readonly words: string;
  /** As it is pressed, for the tooltip; `aria` as the standard writes it. */
  readonly keys?: string;
  /** undefined: it is no switch. */
  readonly isOn?: (editor: Editor) => boolean;
  /** Words when it can't be used now. */
  readonly why?: (editor: Editor) => string | undefined;
  readonly does: (desk: Desk, open: (what: Open) => void) => void;
  /** Stands on a phone also while the rest is folded away. */
  readonly first?: true;
};

const mark = (name: IconName, words: string, keys?: string): Tool => ({
  name,
  words,
  ...(keys && { keys }),
  isOn: ({ state }) => isMarkActive(state, name),
  does: ({ editor }) => {
    const chain = editor.chain().focus();
    // A sign is either above the line or below it.
    if (name === 'superscript') chain.unsetMark('subscript');
    if (name === 'subscript') chain.unsetMark('superscript');
    chain.toggleMark(name).run();
  },
});

const attribute = (name: IconName, words: string, key: 'align' | 'noindent', value: unknown, none: unknown): Tool => ({
  name,
  words,
  isOn: ({ state }) => hasAttribute(state, key, value),
  does: ({ editor }) => {
    toggleAttribute(editor, key, value, none);
    editor.view.focus();
  },
});

const list = (name: IconName, words: string, type: string): Tool => ({
  name,
  words,
  isOn: (editor) => editor.isActive(type),
  does: ({ editor }) => void editor.chain().focus().toggleList(type, 'listItem').run(),
});

const opens = (name: IconName, words: string, what: Open, keys?: string): Tool => ({
  name,
  words,
  ...(keys && { keys }),
  does: (_desk, open) => open(what),
});

const files = (name: IconName, words: string, purpose: 'picture' | 'attachment'): Tool => ({
  name,
  words,
  first: true,
  does: async ({ editor, choose, queue, notices }) => {
    const chosen = await choose(purpose, true);
    if (chosen.length > 0) insertFiles(editor.view, queue, chosen, notices.tell, { wish: purpose });
    editor.view.focus();
  },
});

const link: Tool = { ...opens('link', '链接', 'link', 'Ctrl+K'), isOn: ({ state }) => isMarkActive(state, 'link') };
const table: Tool = {
  ...opens('table', '表格', 'table'),
  first: true,
  why: ({ state }) => (boxOf(state) ? '表格里不能再放表格。请把光标移到表格外面再插入。' : undefined),
};
const note: Tool = {
  name: 'note',
  words: '脚注',
  isOn: (editor) => noteAt(editor) !== undefined,
  does: ({ editor, notices }) => {
    if (!footnote(editor)) notices.tell('脚注放不到这里', ['请把光标移到正文的文字里，再加脚注。']);
  },
};

const dispatching =
  (command: typeof undo) =>
  ({ editor }: Desk) => {
    command(editor.state, editor.view.dispatch);
    editor.view.focus();
  };

/** Groups stand apart by a line. The choice of paragraph and heading stands before them. */
export const groups: readonly (readonly Tool[])[] = [
  [
    { ...mark('bold', '加粗', 'Ctrl+B'), first: true },
    mark('italic', '斜体', 'Ctrl+I'),
    mark('underline', '下划线', 'Ctrl+U'),
    mark('strike', '删除线'),
    mark('superscript', '上标', 'Ctrl+.'),
    mark('subscript', '下标', 'Ctrl+,'),
  ],
  [
    attribute('center', '居中', 'align', 'center', null),
    attribute('right', '居右', 'align', 'right', null),
    attribute('flush', '顶格', 'noindent', true, false),
  ],
  [
    list('bullets', '圆点', 'bulletList'),
    list('numbers', '编号', 'orderedList'),
    {
      name: 'quote',
      words: '引用',
      isOn: (editor) => editor.isActive('blockquote'),
      does: ({ editor }) => void editor.chain().focus().toggleWrap('blockquote').run(),
    },
  ],
  [
    link,
    files('picture', '图片', 'picture'),
    files('attachment', '附件', 'attachment'),
    table,
    note,
    {
      name: 'rule',
      words: '分隔线',
      does: ({ editor }) => {
        insertRule(editor);
        editor.view.focus();
      },
    },
  ],
  [
    {
      name: 'clear',
      words: '清除格式',
      does: ({ editor }) => {
        clearFormat(editor);
        editor.view.focus();
      },
    },
    opens('find', '查找替换', 'find', 'Ctrl+F'),
    opens('neat', '一键排版', 'neat'),
    opens('source', '源代码', 'source'),
  ],
  [
    {
      name: 'undo',
      words: '撤销',
      keys: 'Ctrl+Z',
      first: true,
      why: ({ state }) => (undoDepth(state) > 0 ? undefined : '没有可以撤销的改动。'),
      does: dispatching(undo),
    },
    {
      name: 'redo',
      words: '重做',
      keys: 'Ctrl+Y',
      why: ({ state }) => (redoDepth(state) > 0 ? undefined : '没有可以重做的改动。'),
      does: dispatching(redo),
    },
  ],
];
