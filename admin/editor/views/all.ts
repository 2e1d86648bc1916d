/** The drawings of what is no text, and the watch over places of uploads. */
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { sumOf } from '../figures.ts';
import { settle, whenCalm } from '../uploads/places.ts';
import { attachmentView } from './attachment.ts';
import { figureView } from './figure.ts';
import { missingView } from './missing.ts';
import type { Around } from './piece.ts';
import { uploadingView } from './uploading.ts';

export const pieces = (around: Around) =>
  Extension.create({
    name: 'pieces',
    addProseMirrorPlugins() {
      const { editor } = this;
      const later = (id: string) =>
        setTimeout(() => whenCalm(editor.view, () => settle(editor.view, around.queue, id)));
      return [
        new Plugin({
          props: {
            nodeViews: {
              figure: figureView(around),
              attachment: attachmentView,
              missing: missingView(around),
              uploading: uploadingView(around, later),
            },
          },
          view: () => ({
            update: ({ state }, before) => {
              const { uploads } = sumOf(state.doc);
              if (state.doc !== before.doc && uploads !== sumOf(before.doc).uploads)
                around.queue.keepOnly(new Set(uploads));
            },
          }),
        }),
      ];
    },
  });
