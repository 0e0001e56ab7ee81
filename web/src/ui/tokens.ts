import type { ThemeConfig } from "antd";
import { theme } from "antd";
import { dark, FONT, light } from "./palette";

/** Ant Design in the product's colours. */
export function antdTheme(isDark: boolean, reducedMotion: boolean, phone = false): ThemeConfig {
  const palette = isDark ? dark : light;
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.brand,
      colorInfo: palette.brand,
      colorPrimaryBg: palette.tint,
      colorPrimaryBgHover: palette.chosen,
      colorInfoBg: palette.tint,
      controlItemBgActive: palette.tint,
      controlItemBgActiveHover: palette.chosen,
      colorLink: palette.brandText,
      colorError: palette.danger,
      colorTextBase: palette.text,
      colorBgBase: palette.surface,
      colorBgContainer: palette.surface,
      colorBgElevated: isDark ? "#1B262A" : palette.surface,
      colorBgLayout: palette.page,
      colorBorder: isDark ? "#34434A" : "#D3DADE",
      colorBorderSecondary: palette.line,
      colorTextSecondary: palette.secondary,
      colorTextDescription: palette.secondary,
      colorTextPlaceholder: isDark ? "#93A2A9" : palette.secondary,
      fontFamily: FONT,
      fontSize: 14,
      borderRadius: 6,
      borderRadiusLG: 8,
      motion: !reducedMotion,
      motionDurationFast: "0.08s",
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.15s",
      ...(phone ? { controlHeight: 40, controlHeightSM: 34 } : {}), // a finger is wider than a pointer
      ...(isDark ? { colorTextLightSolid: "#06201F" } : {}),
    },
    components: { Button: { fontWeight: 500, primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" } },
  };
}
