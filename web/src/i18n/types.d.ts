import "i18next";
import type zh from "./zh";
import type zhAdmin from "./zh-admin";
import type zhDoor from "./zh-door";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof zh & typeof zhAdmin & typeof zhDoor };
    returnNull: false;
  }
}
