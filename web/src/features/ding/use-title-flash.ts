import { useEffect } from "react";

const FLASH_MS = 1_000;

/** Takes turns with the window's own title, so that the tab catches the eye. */
export function useTitleFlash(title: string) {
  useEffect(() => {
    let own = document.title;
    const timer = setInterval(() => {
      if (document.title === title) document.title = own;
      else {
        own = document.title;
        document.title = title;
      }
    }, FLASH_MS);
    return () => {
      clearInterval(timer);
      if (document.title === title) document.title = own;
    };
  }, [title]);
}
