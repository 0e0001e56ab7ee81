import { Outlet } from "@tanstack/react-router";
import { CustomerNav } from "@/features/customer/customer-nav";
import { useMedia } from "@/lib/media";
import css from "./shell.module.css";

/** Everything about customers, with the way to the rest of it. */
export function CustomerArea() {
  const room = useMedia("(min-width: 1280px)");
  return (
    <div className={css.content}>
      {room && <CustomerNav />}
      <Outlet />
    </div>
  );
}
