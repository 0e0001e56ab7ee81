import admin from "./en/admin.json";
import calendarAdmin from "./en/calendar-admin.json";
import dingAdmin from "./en/ding-admin.json";
import notice from "./en/notice.json";

/** Words of the administration: loaded by its entry only. */
export default { admin, calendarAdmin, dingAdmin, notice };
