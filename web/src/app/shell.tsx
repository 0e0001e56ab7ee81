import { Outlet } from "@tanstack/react-router";
import { usePhone } from "@/lib/media";
import { BottomTabs, Rail } from "./rail";
import css from "./shell.module.css";

/** The frame of all work pages: a rail on the left, or tabs at the bottom of a phone. */
export function Shell() {
  const phone = usePhone();
  return (
    <div className={css.shell}>
      {!phone && <Rail />}
      <div className={css.content}>
        <Outlet />
      </div>
      {phone && <BottomTabs />}
    </div>
  );
}
