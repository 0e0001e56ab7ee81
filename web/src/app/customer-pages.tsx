import { useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { CustomersPage } from "@/features/customer/customers-page";
import { DuplicatesPage } from "@/features/customer/duplicates-page";
import { ExportsPage } from "@/features/customer/exports-page";
import { RepliesPage } from "@/features/customer/replies-page";
import { SettingsPage } from "@/features/customer/settings-page";
import { TagsPage } from "@/features/customer/tags-page";
import { TasksPage } from "@/features/customer/tasks-page";
import { idOf } from "./id-of";
import { bringWayWords, together } from "./words";

const WaitsStrip = lazy(() => together(import("@/features/customer-way/waits-strip"), bringWayWords()));

export function Customers() {
  const { customerId } = useParams({ strict: false });
  const search = useSearch({ from: "/shell/area/customers" });
  return (
    <CustomersPage
      id={idOf(customerId)}
      search={search}
      notice={
        <Suspense fallback={null}>
          <WaitsStrip />
        </Suspense>
      }
    />
  );
}

export function CustomerTags() {
  return <TagsPage />;
}

export function CustomerSettings() {
  return <SettingsPage />;
}

export function CustomerReplies() {
  return <RepliesPage />;
}

export function CustomerDuplicates() {
  return <DuplicatesPage />;
}

export function CustomerTasks() {
  return <TasksPage />;
}

export function CustomerExports() {
  return <ExportsPage />;
}
