/** What was in a paste and could not stay, in the words of the office, each with how often. */

const words = {
  deleted: ['修订中已删去的文字', '处'],
  comment: ['批注', '条'],
  hidden: ['隐藏的文字', '处'],
  hiddenCells: ['隐藏的行或列', '处'],
  contents: ['自动生成的目录', '行'],
  script: ['脚本', '处'],
  embedded: ['视频、音频或嵌入的网页', '处'],
  object: ['嵌入的文件或控件', '处'],
  form: ['表单控件', '处'],
  drawing: ['矢量图形', '处'],
  formula: ['公式（只留文字，请核对）', '处'],
  textBox: ['文本框（请核对其中文字）', '处'],
  link: ['打不开的链接（只留文字）', '处'],
  pictureLink: ['图片上的链接', '处'],
  nestedTable: ['表格里套的表格（改成了文字）', '个'],
  numbering: ['自动编号的样式（改成了 1. 2. 3.）', '处'],
  noteless: ['没有注文的脚注', '个'],
  spaces: ['用空格或缩进排出的位置（请用居中或居右）', '处'],
  narrow: ['列太窄、只显示 ### 的单元格', '个'],
  deep: ['套得太深的层次（已摊平）', '处'],
  cut: ['没有复制完整的末尾', '处'],
} as const satisfies Record<string, readonly [string, string]>;
export type Loss = keyof typeof words;

export class Losses {
  readonly #counts = new Map<Loss, number>();
  readonly #comments = new Set<string>();
  add(loss: Loss, times = 1): void {
    if (times > 0) this.#counts.set(loss, (this.#counts.get(loss) ?? 0) + times);
  }
  /** A comment shows in the text and once more at the end: its name tells that it is the same one. */
  comment(name: string): void {
    if (this.#comments.has(name)) return;
    this.#comments.add(name);
    this.add('comment');
  }
  /** 批注（2 条）, in the order in which they were met. */
  say(): string[] {
    return [...this.#counts].map(([loss, times]) => `${words[loss][0]}（${times} ${words[loss][1]}）`);
  }
}
