package org.qiao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.file.Files;
import org.qiao.form.FormTexts.Filled;
import org.qiao.form.Initials.Opening;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Against the real directory and real files. */
@QiaoTest
class FormsTest {

    private static final FormSchema FORM = SampleForm.everything();

    @Autowired
    Given given;

    @Autowired
    Forms forms;

    @Autowired
    FormTexts texts;

    @Autowired
    Files files;

    private TestOrg org;
    private TestUser user;
    private TestUser colleague;
    private TestUser foreigner;

    @BeforeEach
    void company() {
        org = given.org();
        user = org.user("张三");
        colleague = org.user("李四");
        foreigner = given.org().user("王五");
    }

    private static FormValues values(String json) {
        return FormValues.of(JsonMapper.shared().readTree(json.replace('\'', '"')));
    }

    private FormCheck check(String json) {
        return forms.check(user.actor(), FORM, values(json), Filling.fresh(DayCounter.WEEKDAYS, RelatedApprovals.NONE));
    }

    private static List<String> faults(FormCheck check) {
        return check.errors().stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    private long picture(TestUser owner) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return files.store(owner.actor(), "p.png", new ByteArrayInputStream(bytes.toByteArray()))
                .id();
    }

    @Test
    void foreignPeopleLookLikeMissingOnes() {
        FormCheck foreign = check("{'title':'t','who':[" + foreigner.id() + "],'dept':["
                + given.org().rootDepartmentId() + "]}");
        FormCheck missing = check("{'title':'t','who':[999999999],'dept':[999999999]}");

        assertThat(faults(foreign)).containsExactly("who unknown_member", "dept unknown_department");
        assertThat(foreign.errors()).isEqualTo(missing.errors());
        assertThat(faults(
                        check("{'title':'t','who':[" + colleague.id() + "],'dept':[" + org.rootDepartmentId() + "]}")))
                .isEmpty();
    }

    @Test
    void filesAreOnesOwn() throws IOException {
        long own = picture(user);
        long others = picture(colleague);
        long text = files.store(
                        user.actor(),
                        "t.txt",
                        new ByteArrayInputStream("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .id();

        assertThat(faults(check(
                        "{'title':'t','files':[" + own + "," + text + "],'pics':[" + own + "],'sign':" + own + "}")))
                .isEmpty();
        assertThat(faults(check("{'title':'t','files':[" + others + "],'pics':[" + text + "],'sign':" + text + "}")))
                .containsExactly("files unknown_file", "pics not_a_picture", "sign not_a_picture");
        Filling change = Filling.fresh(DayCounter.WEEKDAYS, RelatedApprovals.NONE)
                .over(values("{'title':'t','files':[" + others + "]}"), FormRights.EDIT_ALL);
        assertThat(faults(forms.check(user.actor(), FORM, values("{'title':'t','files':[" + others + "]}"), change)))
                .isEmpty();
    }

    @Test
    void relatedApprovalsAreThoseOneMaySee() {
        RelatedApprovals related = (actor, ids, templates) -> ids.stream()
                .filter(id -> id < 10 && templates.equals(List.of(7L)) && actor.principalId() == user.id())
                .collect(Collectors.toMap(id -> id, id -> "REQ-" + id));
        Filling filling = Filling.fresh(DayCounter.WEEKDAYS, related);

        assertThat(faults(forms.check(user.actor(), FORM, values("{'title':'t','related':[5]}"), filling)))
                .isEmpty();
        assertThat(faults(forms.check(user.actor(), FORM, values("{'title':'t','related':[50]}"), filling)))
                .containsExactly("related unknown_approval");
        assertThat(faults(forms.check(colleague.actor(), FORM, values("{'title':'t','related':[5]}"), filling)))
                .containsExactly("related unknown_approval");
    }

    @Test
    void namesAreAskedForOnce() {
        Filled filled = new Filled(
                FORM,
                values("{'who':[" + user.id() + "," + foreigner.id() + "],'dept':[" + org.rootDepartmentId()
                        + "],'items':[{'name':'a','owner':[" + colleague.id() + "]}],'related':[5]}"));

        FormNames names = texts.names(user.actor(), List.of(filled, filled), (_, _, _) -> Map.of(5L, "REQ-5"));

        assertThat(names.members()).isEqualTo(Map.of(user.id(), "张三", colleague.id(), "李四"));
        assertThat(FormTexts.search(filled, Locale.CHINESE, names)).contains("张三", "李四", "测试公司", "REQ-5");
    }

    @Test
    void aNewFormBeginsWithItsDefaults() {
        FormValues initial = Initials.of(
                FORM,
                new Opening(
                        user.id(),
                        org.rootDepartmentId(),
                        Instant.parse("2026-11-26T18:00:00Z"),
                        user.actor().zone()));

        assertThat(initial).isEqualTo(values("{'day':'2026-11-27','who':[" + user.id() + "]}"));
        assertThat(forms.check(
                                user.actor(),
                                FORM,
                                initial,
                                Filling.fresh(DayCounter.WEEKDAYS, RelatedApprovals.NONE)
                                        .asDraft())
                        .errors())
                .isEmpty();
    }

    /** A hundred rows that each name somebody else are one question to the directory. */
    @Test
    void largeFormsAreCheckedQuickly() {
        String rows = LongStream.range(0, 100)
                .mapToObj(i -> "{'name':'n" + i + "','qty':'" + i + "','cost':'101','gift':'g','owner':["
                        + (i % 2 == 0 ? user.id() : colleague.id()) + "]}")
                .collect(Collectors.joining(","));
        String json = "{'title':'t','why':'" + "字".repeat(60_000) + "','big':'b','items':[" + rows + "]}";
        check(json);

        long start = System.nanoTime();
        FormCheck check = check(json);
        long millis = (System.nanoTime() - start) / 1_000_000;

        assertThat(faults(check)).isEmpty();
        assertThat(check.values().text("total")).contains("499950.00");
        assertThat(millis).isLessThan(500);
    }
}
