/** Chinese names that only the inside needs. Acts, posts and events are named in core/vocabulary. */
export const withdrawalNames = {
  error: '内容有误',
  superseded: '已被替代',
  expired: '已经到期',
  unlawful: '违反规定',
} as const;
