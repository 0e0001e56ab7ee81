import { useSession } from "@/api/session";
import { CompanyPage } from "@/features/admin/company-page";
import { OverviewPage } from "@/features/admin/overview-page";
import { DepartmentsPage } from "@/features/admin-departments/departments-page";
import { ImportPage } from "@/features/admin-import/import-page";
import { InvitationsPage } from "@/features/admin-invitations/invitations-page";
import { RequestsPage } from "@/features/admin-invitations/requests-page";
import { isMemberState, MembersPage } from "@/features/admin-members/members-page";
import { RolesPage } from "@/features/admin-roles/roles-page";
import { SystemPage } from "@/features/admin-system/system-page";
import { isAdmin } from "@/lib/rights";
import { useAdminSearch } from "@/ui/admin-address";
import { Allowed } from "./admin-shell";

/** What the addresses of the administration say, handed to the pages. */
export function Overview() {
  const { grants } = useSession();
  return (
    <Allowed place="overview">
      <OverviewPage admin={isAdmin(grants)} />
    </Allowed>
  );
}

export function Company() {
  return (
    <Allowed place="company">
      <CompanyPage />
    </Allowed>
  );
}

export function Departments() {
  const { id } = useAdminSearch();
  return (
    <Allowed place="departments">
      <DepartmentsPage chosen={number(id)} />
    </Allowed>
  );
}

export function Members() {
  const { state, department, q, member } = useAdminSearch();
  return (
    <Allowed place="members">
      <MembersPage
        filter={{
          state: isMemberState(state) ? state : null,
          department: number(department),
          q: q === undefined ? "" : String(q),
        }}
        open={member === "new" ? "new" : number(member)}
      />
    </Allowed>
  );
}

export function Import() {
  const { id } = useAdminSearch();
  return (
    <Allowed place="import">
      <ImportPage id={number(id)} />
    </Allowed>
  );
}

export function Roles() {
  const { id } = useAdminSearch();
  return (
    <Allowed place="roles">
      <RolesPage chosen={number(id)} />
    </Allowed>
  );
}

export function Invitations() {
  return (
    <Allowed place="invitations">
      <InvitationsPage />
    </Allowed>
  );
}

export function Requests() {
  return (
    <Allowed place="requests">
      <RequestsPage />
    </Allowed>
  );
}

export function System() {
  return (
    <Allowed place="system">
      <SystemPage />
    </Allowed>
  );
}

function number(value: string | number | undefined): number | null {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : null;
}
