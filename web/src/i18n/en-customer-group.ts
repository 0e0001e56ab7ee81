import attach from "./en/attach.json";
import customerGroup from "./en/customer-group.json";

/** Words of groups with customers: brought by their pages. */
export default { attach, customerGroup };
