/** Chinese names that only the inside needs. Acts, posts and events are named in core/vocabulary. */
export const withdrawalNames = {
  error: '内容有误',
  superseded: '已被替代',
  expired: '已经到期',
  unlawful: '违反规定',
} as const;
/** How a text that no longer holds says so, inside; the public reads the same words. */
export const invalidNames = { repealed: '已废止', lapsed: '已失效', amended: '已修改' } as const;
