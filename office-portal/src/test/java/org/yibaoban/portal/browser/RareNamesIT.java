package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.Ack;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeDatabase;

/** Names with characters that GBK lacks, in every charset that a HIS sends, on the ward's page. */
class RareNamesIT extends BrowserTest {

    private static final String RARE = "王䶮𬭚𠮷";

    /** How the bytes are written, and what MSH-18 says of them. */
    private record Sent(String charset, String declared) {}

    private static final List<Sent> WAYS = List.of(
            new Sent("GB18030", "GB2312"),
            new Sent("GB18030", "GBK"),
            new Sent("GB18030", "GB18030"),
            new Sent("GB18030", "GB 18030-2000"),
            new Sent("GB18030", ""),
            new Sent("UTF-8", "UNICODE UTF-8"),
            new Sent("UTF-8", "UTF-8"),
            new Sent("UTF-8", ""));

    @Test
    void aRareNameArrivesWholeOnTheWardsPageHoweverItWasSent() throws Exception {
        List<HisStay> stays = new ArrayList<>();
        for (Sent way : WAYS) {
            Person somebody = Person.stranger();
            HisStay stay = new HisStay(new Person(somebody.identityNumber(), RARE, somebody.sex(), somebody.birth()));
            String message = stay.admit().replace("|UNICODE UTF-8", "|" + way.declared());
            byte[] answer = HisLine.exchange(message.getBytes(Charset.forName(way.charset())));
            assertThat(Ack.of(answer).code()).as(way.toString()).isEqualTo("AA");
            stays.add(stay);
        }
        HisStay common = new HisStay(new Person(Person.stranger().identityNumber(), "张三", "1", "19700101"));
        byte[] gbk = common.admit().replace("|UNICODE UTF-8", "|GB2312").getBytes(Charset.forName("GB2312"));
        assertThat(Ack.of(HisLine.exchange(gbk)).code()).isEqualTo("AA");

        login(page, "ward");
        for (HisStay stay : stays) {
            page.locator("#ward-text").fill(stay.visit());
            Locator row = page.locator("#ward-table tr", new Page.LocatorOptions().setHasText(stay.visit()));
            assertThat(row.locator("a.patient-name")).hasText(RARE);
            assertThat(OfficeDatabase.value(
                            "select p.name from visit v join patient p on p.id = v.patient_id where v.number = ?",
                            stay.visit()))
                    .isEqualTo(RARE);
        }
        page.locator("#ward-text").fill(common.visit());
        assertThat(page.locator("#ward-table tr", new Page.LocatorOptions().setHasText(common.visit()))
                        .locator("a.patient-name"))
                .hasText("张三");
        page.locator("#ward-text").fill(RARE);
        assertThat(page.locator("#ward-table tr", new Page.LocatorOptions().setHasText(RARE)))
                .hasCount(WAYS.size());
        screenshot("names");
    }
}
