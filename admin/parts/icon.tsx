/** The few icons of the menu, drawn here: an icon package would weigh more than the screens. */
const paths = {
  today: 'M5 4h14v16H5zM8 9l2 2 4-4M8 15h8',
  mine: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  review: 'M6 3h12v9M6 3v18h6M9 8h6M9 12h3M14 18l2.5 2.5L21 15',
  queue: 'M12 16V4M7 9l5-5 5 5M4 15v5h16v-5',
  rules: 'M5 4h11l3 3v13H5zM8 9h8M8 12.5h8M8 16h5',
  sites: 'M9 4h6v5H9zM3 15h6v5H3zM15 15h6v5h-6zM12 9v3M6 15v-3h12v3',
  people:
    'M8.5 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 2.5-6 6-6s6 2 6 6M15.5 4.6a3.5 3.5 0 0 1 0 5.8M17.5 14.5c2.5.8 4 2.7 4 5.5',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8.5 3.5v4M15.5 3.5v4M8 14.5h3M13.5 14.5h2.5',
  find: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13M15.5 15.5L21 21',
  board: 'M4 5h16v14H4zM4 10h16M9.5 10v9M15 10v9',
  bell: 'M6 17v-6a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21h4',
  bin: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  menu: 'M4 6h16M4 12h16M4 18h16',
  out: 'M10 4H5v16h5M14 8l4 4-4 4M9 12h9',
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinejoin="round" />
    </svg>
  );
}
