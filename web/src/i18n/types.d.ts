import "i18next";
import type zh from "./zh";
import type zhAdmin from "./zh-admin";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof zh & typeof zhAdmin };
    returnNull: false;
  }
}
