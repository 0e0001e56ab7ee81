import { useParams } from "@tanstack/react-router";
import { CustomersPage } from "@/features/customer/customers-page";
import { DuplicatesPage } from "@/features/customer/duplicates-page";
import { MyCardPage } from "@/features/customer/my-card-page";
import { RepliesPage } from "@/features/customer/replies-page";
import { SettingsPage } from "@/features/customer/settings-page";
import { TagsPage } from "@/features/customer/tags-page";
import { WaysPage } from "@/features/customer/ways-page";
import { idOf } from "./id-of";

export function Customers() {
  const { customerId } = useParams({ strict: false });
  return <CustomersPage id={idOf(customerId)} />;
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

export function CustomerCard() {
  return <MyCardPage />;
}

export function CustomerWays() {
  return <WaysPage />;
}
