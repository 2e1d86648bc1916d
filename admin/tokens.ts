/** The look in numbers: the same values as the public site's token file. Style sheets read them as `var(--brand)`. */
import type { ThemeConfig } from 'antd';

export const tokens = {
  brand: '#0f4c8f',
  'brand-deep': '#0a3569',
  'brand-soft': '#eaf1f9',
  'brand-line': '#c9dcf0',
  seal: '#b3261e',
  'seal-soft': '#fbeceb',
  'seal-line': '#efc3bf',
  amber: '#8a5300',
  'amber-soft': '#fff4dd',
  'amber-line': '#f0d39b',
  green: '#1a6b3c',
  'green-soft': '#e7f4ec',
  'green-line': '#b7dcc4',
  ink: '#1b2430',
  'ink-2': '#4a5668',
  'ink-3': '#5d6878',
  line: '#dde3ea',
  'line-2': '#eef1f5',
  edge: '#8a95a3',
  ground: '#f5f7fa',
  paper: '#fff',
  focus: '#ffbf47',
  'focus-ring': '#0b0c0c',
  sans: '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif',
  song: '"Source Han Serif SC", "Noto Serif CJK SC", STZhongsong, "Songti SC", SimSun, serif',
} as const;

/** Set through the CSSOM, which the policy allows, so that the values stand in one file only. */
export function placeTokens(root: HTMLElement): void {
  for (const [name, value] of Object.entries(tokens)) root.style.setProperty(`--${name}`, value);
}

const t = tokens;
/** antd's own pale greys and status colours fail the contrast asked for; each is set by hand. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: t.brand,
    colorInfo: t.brand,
    colorInfoBg: t['brand-soft'],
    colorInfoBorder: t['brand-line'],
    colorInfoText: t.brand,
    colorPrimaryBg: t['brand-soft'],
    colorLink: t.brand,
    colorText: t.ink,
    colorTextSecondary: t['ink-2'],
    colorTextTertiary: t['ink-3'],
    colorTextQuaternary: t['ink-3'],
    colorTextPlaceholder: t['ink-3'],
    colorTextDescription: t['ink-2'],
    colorTextDisabled: t['ink-3'],
    colorBorder: t.edge,
    colorBorderSecondary: t.line,
    colorBgLayout: t.ground,
    colorSuccess: t.green,
    colorSuccessBg: t['green-soft'],
    colorSuccessBorder: t['green-line'],
    colorSuccessText: t.green,
    colorWarning: t.amber,
    colorWarningBg: t['amber-soft'],
    colorWarningBorder: t['amber-line'],
    colorWarningText: t.amber,
    colorError: t.seal,
    colorErrorBg: t['seal-soft'],
    colorErrorBorder: t['seal-line'],
    colorErrorText: t.seal,
    fontSize: 15,
    borderRadius: 4,
    controlHeight: 36,
    fontFamily: t.sans,
    motionDurationFast: '.12s',
    motionDurationMid: '.12s',
    motionDurationSlow: '.12s',
  },
  components: { Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' } },
};
