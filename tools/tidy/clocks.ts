/** Who may read the clock, draw at random, and write to the terminal. */
import { fault, type Node, type Rule, textOf } from './syntax.ts';
import { isDevelopment } from './tree.ts';

/** One file for each program that has no other way to know the time: the inside, the edge, the console in a browser. */
const clocks = ['server/now.ts', 'edge/now.ts', 'admin/now.ts'];
const isStart = (path: string) => path === 'start.mjs' || path.startsWith('start/');

const called = (node: Node, source: { path: string; text: string }) =>
  node.type === 'CallExpression' || node.type === 'NewExpression' ? textOf(source, node.callee) : '';

export const clockReads: Rule = (source) => {
  if (isDevelopment(source.path) || isStart(source.path) || clocks.includes(source.path)) return [];
  return source.nodes.flatMap((node) => {
    const text = node.type === 'MemberExpression' ? textOf(source, node) : '';
    const bare = called(node, source) === 'Date' && (node.arguments as Node[]).length === 0;
    const reads = bare || /^(globalThis\.)?(Date\.now|performance\.now|process\.hrtime|process\.uptime)$/.test(text);
    return reads ? [fault(source, node, 'reads the clock: take `now` as an argument')] : [];
  });
};

export const randomInCore: Rule = (source) => {
  if (!source.path.startsWith('core/') || isDevelopment(source.path)) return [];
  return source.nodes.flatMap((node) => {
    const random =
      (node.type === 'MemberExpression' && /^(Math\.random|(globalThis\.)?crypto\.\w+)$/.test(textOf(source, node))) ||
      /^(randomUUID|randomBytes|getRandomValues)$/.test(called(node, source));
    return random ? [fault(source, node, 'draws at random: core gets its ids from outside')] : [];
  });
};

/** `console` belongs to what a person runs in a terminal; a running server has its log. */
export const consoleCalls: Rule = (source) => {
  if (isDevelopment(source.path) || isStart(source.path) || /^(bin|server\/cli)\b/.test(source.path)) return [];
  return source.nodes.flatMap((node) =>
    /^console\.\w+$/.test(called(node, source)) ? [fault(source, node, 'writes to the console')] : [],
  );
};
