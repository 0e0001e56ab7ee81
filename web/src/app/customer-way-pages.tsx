import { useParams, useSearch } from "@tanstack/react-router";
import { CompanyPage } from "@/features/customer-way/company-page";
import { FarewellsPage } from "@/features/customer-way/farewells-page";
import { MyCardPage } from "@/features/customer-way/my-card-page";
import { SitePage } from "@/features/customer-way/site-page";
import { WaitsPage } from "@/features/customer-way/waits-page";
import { NewWayPage, WayPage } from "@/features/customer-way/way-page";
import { WaysPage } from "@/features/customer-way/ways-page";
import { NotFound } from "./fallbacks";
import { idOf } from "./id-of";

export function CustomerWays() {
  return <WaysPage />;
}

export function NewCustomerWay() {
  return <NewWayPage />;
}

export function OneCustomerWay() {
  const { wayId } = useParams({ from: "/shell/area/customers/ways/$wayId" });
  const { tab } = useSearch({ from: "/shell/area/customers/ways/$wayId" });
  const id = idOf(wayId);
  return id === null ? <NotFound /> : <WayPage key={id} id={id} tab={tab ?? "settings"} />;
}

export function CustomerCard() {
  return <MyCardPage />;
}

export function CustomerArrivals() {
  return <WaitsPage />;
}

export function CustomerSite() {
  return <SitePage />;
}

export function CustomerCompany() {
  return <CompanyPage />;
}

export function CustomerFarewells() {
  const { tab } = useSearch({ from: "/shell/area/customers/farewells" });
  return <FarewellsPage tab={tab ?? "ended"} />;
}
