package org.qiao.customer;

import java.util.Locale;
import org.qiao.platform.Texts;

/** The privacy notice for companies that have written none. */
final class NoticeTexts {

    private static final String ZH = """
            %s（以下简称“我们”）通过本页面与您沟通。

            我们会处理：您填写的称呼，您发送的文字、图片和文件，您主动验证的邮箱或手机号，以及为防止滥用而短期保留的网络地址摘要。
            用途：回复您的咨询、提供服务、保存沟通记录。聊天记录由本公司保存，负责接待的员工变更时，接手的员工可以继续为您服务。
            我们不会将上述信息提供给其他公司。您可以随时停止沟通，也可以在对话中要求查询、更正、导出或删除您的个人信息。

            点击“同意并开始”，表示您已阅读并同意以上内容。""";

    private static final String EN = """
            %s ("we") talks with you through this page.

            What we process: the name you give, the texts, pictures and files you send, the e-mail address or telephone number you choose to verify, and for a short time a digest of your network address to prevent abuse.
            What for: to answer you, to serve you and to keep a record of what was agreed. The company keeps the conversation; when somebody else takes over, he can go on where the last one ended.
            We give none of this to other companies. You may stop at any time, and ask in the conversation to see, correct, export or erase your personal data.

            By choosing "Agree and start" you confirm that you have read this and agree.""";

    private NoticeTexts() {}

    /** What everybody calls a customer who was erased. */
    static String erased(Locale locale) {
        return Texts.in(locale, "已删除的客户", "Erased customer");
    }

    static String shipped(String company, Locale locale) {
        return Texts.in(locale, ZH, EN).formatted(company);
    }
}
