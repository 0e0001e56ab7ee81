package org.qiao.customerimport;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Columns that are known, by their headings as people write them; every other one may be an attribute of the company's. */
enum SheetColumn {
    NAME("姓名", "客户姓名", "客户名称", "名称", "name"),
    PHONE("电话", "手机", "手机号", "手机号码", "联系电话", "phone", "mobile", "telephone"),
    EMAIL("邮箱", "电子邮箱", "email", "e-mail"),
    COMPANY("公司", "客户公司", "公司名称", "单位", "company"),
    REMARK("备注", "备注名", "remark"),
    DESCRIPTION("描述", "说明", "description"),
    MEMBER("跟进人", "负责人", "员工", "销售", "owner", "employee", "member"),
    TAGS("标签", "客户标签", "tags", "tag"),
    STAGE("阶段", "客户阶段", "stage"),
    REASON("流失原因", "reason"),
    NOTE("跟进记录", "note", "notes"),
    TASK("下次跟进", "跟进任务", "下次跟进内容", "task", "next step"),
    DUE("下次跟进时间", "跟进时间", "due", "due at");

    private static final String NEEDED = "*";

    private final List<String> headings;

    SheetColumn(String... headings) {
        this.headings = List.of(headings);
    }

    static Optional<SheetColumn> of(String heading) {
        String plain = plain(heading);
        for (SheetColumn column : values()) {
            if (column.headings.contains(plain)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** As headings are compared: without the star of what is needed, whatever the case. */
    static String plain(String heading) {
        return heading.replace(NEEDED, "").replace("＊", "").strip().toLowerCase(Locale.ROOT);
    }

    /** How a template calls it. */
    String heading(boolean chinese) {
        String name = chinese
                ? headings.getFirst()
                : headings.stream()
                        .filter(each -> each.charAt(0) < 0x80)
                        .findFirst()
                        .orElseThrow();
        return chinese ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** On the wire. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
