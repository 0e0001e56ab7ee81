import type { ApprovalRun } from "@/api/approval-types";
import type { ActName } from "./actions";
import { ReturnDialog } from "./return-dialog";
import { SignersDialog } from "./signers-dialog";
import { CcDialog, RemoveSignerDialog, RevokeDialog, TakeBackDialog } from "./small-dialogs";
import { TransferDialog } from "./transfer-dialog";

export interface ActProps {
  run: ApprovalRun;
  onClose: () => void;
}

export function ActDialog({ act, ...props }: ActProps & { act: ActName }) {
  switch (act) {
    case "transfer":
      return <TransferDialog {...props} />;
    case "addSigners":
      return <SignersDialog {...props} />;
    case "return":
      return <ReturnDialog {...props} />;
    case "takeBack":
      return <TakeBackDialog {...props} />;
    case "removeSigner":
      return <RemoveSignerDialog {...props} />;
    case "revoke":
      return <RevokeDialog {...props} />;
    case "cc":
      return <CcDialog {...props} />;
    default:
      return null;
  }
}
