package org.qiao.archive;

import java.util.Locale;
import org.qiao.platform.Texts;

/** What customers read and agree to when the company has written nothing of its own. */
final class ArchiveNotices {

    private static final String ZH = """
            为了保障服务质量和双方权益，%s 希望存档您与其员工在此页面的聊天记录（文字、图片和文件）。

            仅存档您同意之后的内容；只有公司授权的审计人员可以查阅，每次查阅都会被记录；存档不会提供给其他公司。
            您可以不同意，这不影响继续沟通；同意后也可以随时在此页面撤回，撤回后的内容不再存档。""";

    private static final String EN = """
            To keep its service good and to protect both sides, %s would like to archive what you and its employees write on this page: texts, pictures and files.

            Only what is said after you agree is archived. Only auditors whom the company has appointed can read it, and each look is recorded. It is given to no other company.
            You may decline and go on writing all the same. You may withdraw at any time on this page; what is said afterwards is not archived.""";

    private static final String ZH_RECALLED = "\n\n已撤回的消息，在存档中仍可由审计人员查阅，并标注为已撤回。";
    private static final String EN_RECALLED =
            "\n\nMessages that are recalled stay readable for auditors, marked as recalled.";

    private static final String ZH_GROUPS = "\n\n在有其员工参加的客户群里，您发送的消息也会存档；其他客户的消息仅在其本人同意后才会存档。";
    private static final String EN_GROUPS =
            "\n\nWhat you write in groups with its employees is archived, too; what other customers write there only if they have agreed themselves.";

    private ArchiveNotices() {}

    /** That groups are archived, and that what is recalled stays, is said whatever the company has written. */
    static String text(ArchiveSettings settings, String company, Locale locale) {
        String own = settings.notice();
        String notice = own.isEmpty() ? Texts.in(locale, ZH, EN).formatted(company) : own;
        String recalled = settings.keepRecalled() ? Texts.in(locale, ZH_RECALLED, EN_RECALLED) : "";
        return notice + Texts.in(locale, ZH_GROUPS, EN_GROUPS) + recalled;
    }
}
