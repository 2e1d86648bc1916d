/** Signs of the toolbar, drawn on a field of 24 by 24. */
const paths = {
  bold: 'M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z',
  italic: 'M10 5h8M6 19h8M14 5l-4 14',
  underline: 'M7 4v7a5 5 0 0 0 10 0V4M6 20h12',
  strike: 'M4 12h16M16 7c-1-2-8-3-8 1 0 2 2 3 4 4M8 17c1 3 8 3 8-1 0-1-.5-2-1.5-3',
  superscript: 'M4 8l8 10M12 8L4 18M16 9c0-4 5-3 4 0l-4 4h5',
  subscript: 'M4 6l8 10M12 6L4 16M16 16c0-4 5-3 4 0l-4 4h5',
  center: 'M4 6h16M7 10h10M4 14h16M7 18h10',
  right: 'M4 6h16M10 10h10M4 14h16M10 18h10',
  flush: 'M4 5v14M8 7h12M8 12h12M8 17h8',
  bullets: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  numbers: 'M10 6h10M10 12h10M10 18h10M4 5l1.5-1v5M4 13c0-2 3-1.5 2.5 0L4 16h3M4 18h2.5v3H4',
  quote: 'M5 7h5v5c0 3-2 4-4 5M14 7h5v5c0 3-2 4-4 5',
  link: 'M10 14l4-4M8 11l-3 3a3.5 3.5 0 0 0 5 5l3-3M16 13l3-3a3.5 3.5 0 0 0-5-5l-3 3',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 2-2 5 5M15.5 9h.01',
  attachment: 'M17 8l-7 7a2 2 0 0 0 3 3l7-7a4 4 0 0 0-6-6l-7 7a6 6 0 0 0 8.5 8.5L20 16',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14',
  note: 'M5 4h14v12H5zM8 8h5M8 20h11M16.5 10V7l-1 .7',
  rule: 'M4 12h16M8 7h8M8 17h8',
  clear: 'M6 5h12M12 5l-2 9M5 20l6-6M5 14l6 6',
  find: 'M10.5 5a5.5 5.5 0 1 0 .01 0zM15 15l5 5',
  neat: 'M4 6h9M4 11h6M4 16h5M4 21h9M17 4l1 3 3 1-3 1-1 3-1-3-3-1 3-1zM14 16h7',
  source: 'M8 7l-5 5 5 5M16 7l5 5-5 5M14 5l-4 14',
  undo: 'M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-4',
  redo: 'M16 5l4 4-4 4M20 9H10a5 5 0 0 0 0 10h4',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="tool-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
