/** Every colour and measure of the product, once. Components use the CSS variables; Ant Design gets the same values. */
export interface Palette {
  brand: string;
  brandHover: string;
  /** Text in brand colour on the surface; passes AA. */
  brandText: string;
  tint: string;
  page: string;
  surface: string;
  /** Rows under the pointer. */
  hover: string;
  /** The chosen row. */
  chosen: string;
  line: string;
  text: string;
  secondary: string;
  rail: string;
  railText: string;
  mine: string;
  others: string;
  danger: string;
  warning: string;
  success: string;
  badge: string;
  mutedBadge: string;
  backdrop: string;
}

export const light: Palette = {
  brand: "#0E7C7B",
  brandHover: "#0B6463",
  brandText: "#0B6C6B",
  tint: "#E3F3F2",
  page: "#F5F7F8",
  surface: "#FFFFFF",
  hover: "#F1F4F5",
  chosen: "#E3F3F2",
  line: "#E4E8EB",
  text: "#1C2529",
  secondary: "#5C6B73",
  rail: "#EDF1F2",
  railText: "#4A5961",
  mine: "#D3ECEA",
  others: "#FFFFFF",
  danger: "#C9353B",
  warning: "#945800",
  success: "#237B36",
  badge: "#D9363E",
  mutedBadge: "#A3AEB4",
  backdrop: "rgba(15, 25, 28, 0.45)",
};

export const dark: Palette = {
  brand: "#39B3AE",
  brandHover: "#55C6C1",
  brandText: "#4CC1BC",
  tint: "#10302F",
  page: "#0D1416",
  surface: "#141D20",
  hover: "#1A2529",
  chosen: "#173432",
  line: "#263236",
  text: "#E6EDEF",
  secondary: "#97A6AD",
  rail: "#10191C",
  railText: "#A9B7BD",
  mine: "#174643",
  others: "#1E2A2E",
  danger: "#F2777C",
  warning: "#E0A84B",
  success: "#6CC57C",
  badge: "#D9363E",
  mutedBadge: "#5B6A71",
  backdrop: "rgba(0, 0, 0, 0.6)",
};

/** Muted backgrounds of avatars; white text on each passes AA. */
export const AVATAR_COLOURS = [
  "#4A7A8C",
  "#6B6FA8",
  "#8A6A94",
  "#9C6374",
  "#A0664F",
  "#8A7340",
  "#667D3F",
  "#43805E",
  "#2F807C",
  "#3F78A0",
  "#5A74B0",
  "#7C6A5A",
] as const;

export const FONT =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

function variables(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, value]) => `--q-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`)
    .join(";");
}

/** The style sheet of both themes, put in the page once before the first render. */
export function tokenSheet(): string {
  return `:root{--q-font:${FONT};--q-shadow:0 6px 24px rgba(16,32,36,.14),0 1px 4px rgba(16,32,36,.08);color-scheme:light;${variables(light)}}
:root[data-theme="dark"]{--q-shadow:0 8px 28px rgba(0,0,0,.5);color-scheme:dark;${variables(dark)}}`;
}

/** The same for a page that follows the system's theme and is painted before any script runs. */
export function systemSheet(): string {
  return `:root{--q-font:${FONT};--q-shadow:0 6px 24px rgba(16,32,36,.14),0 1px 4px rgba(16,32,36,.08);color-scheme:light dark;${variables(light)}}
@media (prefers-color-scheme:dark){:root{--q-shadow:0 8px 28px rgba(0,0,0,.5);${variables(dark)}}}`;
}
