import "i18next";
import type zh from "./zh";
import type zhAccount from "./zh-account";
import type zhAdmin from "./zh-admin";
import type zhApproval from "./zh-approval";
import type zhCare from "./zh-care";
import type zhCrm from "./zh-crm";
import type zhCustomer from "./zh-customer";
import type zhCustomerGroup from "./zh-customer-group";
import type zhDoor from "./zh-door";
import type zhForeign from "./zh-foreign";
import type zhForms from "./zh-forms";
import type zhGuard from "./zh-guard";
import type zhHandover from "./zh-handover";
import type zhMass from "./zh-mass";
import type zhMaterial from "./zh-material";
import type zhMoment from "./zh-moment";
import type zhPrivacy from "./zh-privacy";
import type zhProblem from "./zh-problem";
import type zhReport from "./zh-report";
import type zhSettings from "./zh-settings";
import type zhWay from "./zh-way";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: {
      translation: typeof zh &
        typeof zhAccount &
        typeof zhAdmin &
        typeof zhDoor &
        typeof zhApproval &
        typeof zhForms &
        typeof zhCrm &
        typeof zhCustomer &
        typeof zhProblem &
        typeof zhReport &
        typeof zhSettings &
        typeof zhForeign &
        typeof zhGuard &
        typeof zhCustomerGroup &
        typeof zhCare &
        typeof zhHandover &
        typeof zhMass &
        typeof zhMoment &
        typeof zhPrivacy &
        typeof zhMaterial &
        typeof zhWay;
    };
    returnNull: false;
  }
}
