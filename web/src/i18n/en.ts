import account from "./en/account.json";
import app from "./en/app.json";
import contacts from "./en/contacts.json";
import ding from "./en/ding.json";
import form from "./en/form.json";
import messaging from "./en/messaging.json";
import problem from "./en/problem.json";
import settings from "./en/settings.json";
import shell from "./en/shell.json";
import tell from "./en/tell.json";
import ui from "./en/ui.json";
import workbench from "./en/workbench.json";

export default { account, app, contacts, ding, form, messaging, problem, settings, shell, tell, ui, workbench };
