import attach from "./en/attach.json";
import mass from "./en/mass.json";

/** Words of mass messages to customers. */
export default { attach, mass };
