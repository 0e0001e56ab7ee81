import admin from "./en/admin.json";
import approvalDesign from "./en/approval-design.json";
import calendarAdmin from "./en/calendar-admin.json";
import dingAdmin from "./en/ding-admin.json";
import formDesign from "./en/form-design.json";
import notice from "./en/notice.json";

import open from "./en/open.json";
import reportDesign from "./en/report-design.json";

/** Words of the administration: loaded by its entry only. */
export default { admin, approvalDesign, calendarAdmin, dingAdmin, formDesign, notice, open, reportDesign };
