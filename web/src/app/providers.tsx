import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App, ConfigProvider, type ConfigProviderProps } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { Problem } from "@/api/http";
import { useText } from "@/lib/i18n";
import { useMedia, usePhone } from "@/lib/media";
import { useThemeChoice } from "@/lib/theme";
import { antdTheme } from "@/ui/tokens";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500),
    },
  },
});

function useAntdLocale(): ConfigProviderProps["locale"] {
  const { locale } = useText();
  const [words, setWords] = useState<ConfigProviderProps["locale"]>();
  useEffect(() => {
    let wanted = true;
    const load = locale === "zh-CN" ? import("@/i18n/antd-zh") : import("@/i18n/antd-en");
    load.then((module) => wanted && setWords(module.default));
    return () => {
      wanted = false;
    };
  }, [locale]);
  return words;
}

export function Providers({ children }: { children: ReactNode }) {
  const choice = useThemeChoice((store) => store.choice);
  const darkSystem = useMedia("(prefers-color-scheme: dark)");
  const reducedMotion = useMedia("(prefers-reduced-motion: reduce)");
  const phone = usePhone();
  const dark = choice === "DARK" || (choice === "SYSTEM" && darkSystem);
  const words = useAntdLocale();
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }, [dark]);
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider
        theme={antdTheme(dark, reducedMotion, phone)}
        locale={words}
        button={{ autoInsertSpace: false }}
        modal={{ mask: { closable: false } }} // a click beside a form must not lose what was written
      >
        <App component={false} message={{ maxCount: 3 }}>
          {children}
        </App>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
