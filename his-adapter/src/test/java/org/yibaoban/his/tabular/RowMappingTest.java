package org.yibaoban.his.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.money.Money;
import org.yibaoban.office.his.ChargePosting;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.visit.Supply;
import org.yibaoban.visit.VisitNumber;

/** One row, understood or rejected with its reason. */
class RowMappingTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private TableMap fees;

    @BeforeEach
    void maps() throws IOException {
        fees = map("""
                source: his
                thousands: true
                tables:
                  - table: fees
                    name: {zh: 费用, en: Fees}
                    kind: charges
                    columns:
                      visit: v
                      item_code: i
                      quantity: q
                      unit_price: p
                      amount: a
                      at: {header: t, formats: [yyyyMMdd, yyyy/M/d H:mm], zone: UTC}
                      refund: {header: r, codes: {"0": "no", 否: "no", 是: "yes", "": "no"}}
                      currency: c
                    key: [visit, item_code, at]
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "2,10.00,20.00,0,2,20.00",
        "-2,10.00,-20.00,0,-2,-20.00",
        "-2,10.00,20.00,否,-2,-20.00",
        "2,10.00,20.00,是,-2,-20.00",
        "2,10.00,-20.00,'',-2,-20.00",
        "3,0.333,1.00,0,3,1.00",
        "1,'1,234.50','1,234.50',0,1,1234.50",
    })
    void figuresAndReversals(String q, String p, String a, String r, String quantity, String amount) {
        ChargeRow charge = charge("V1", "I1", q, p, a, "2026-02-20T16:00:00Z", r, "CNY");

        assertThat(charge.quantity()).isEqualByComparingTo(quantity);
        assertThat(charge.amount().toString()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-20T16:00:00.000+, 2026-02-21T00:00",
        "2026-02-20T16:00:00.000Z, 2026-02-21T00:00",
        "2026-02-21T00:00:00+08:00, 2026-02-21T00:00",
        "2026-02-20 16:00:00, 2026-02-21T00:00",
        "20260221, 2026-02-21T00:00",
        "2026/2/20 16:00, 2026-02-21T00:00",
        "2026-02-21, 2026-02-21T00:00",
    })
    void timesBecomeTheHospitalsAndADayStaysADay(String text, String local) {
        assertThat(charge("V1", "I1", "1", "1", "1", text, "0", "").at()).isEqualTo(local);
    }

    @ParameterizedTest
    @CsvSource({
        "'',I1,1,1,1,20260101,0,'',TB-02,v,''",
        "V1,I1,x,1,1,20260101,0,'',TB-04,q,x",
        "V1,I1,1e3,1,1,20260101,0,'',TB-04,q,1e3",
        "V1,I1,0,1,1,20260101,0,'',TB-09,q,0",
        "V1,I1,1,1,0.00,20260101,0,'',TB-09,a,0.00",
        "V1,I1,1.00001,1,1,20260101,0,'',TB-07,q,1.00001",
        "V1,I1,1,1.005,1.005,20260101,0,'',TB-07,a,1.005",
        "V1,I1,2,1,3,20260101,0,'',TB-08,a,3",
        "V1,I1,1,1,1,20260231,0,'',TB-05,t,20260231",
        "V1,I1,1,1,1,20260101,也许,'',TB-06,r,也许",
        "V1,I1,1,1,1,20260101,0,USD,TB-10,c,USD",
        "V1234567890123456789012345678901,I1,1,1,1,20260101,0,'',TB-03,v,V1234567890123456789012345678901",
    })
    void wrongRowsNameColumnValueAndReason(
            String v,
            String i,
            String q,
            String p,
            String a,
            String t,
            String r,
            String c,
            String code,
            String column,
            String shown) {
        RowFault fault = catchThrowableOfType(() -> charge(v, i, q, p, a, t, r, c), RowFault.class);

        assertThat(fault.reason().code()).isEqualTo(code);
        assertThat(fault.column()).isEqualTo(column);
        assertThat(fault.shown()).isEqualTo(shown);
    }

    @Test
    void aRowWithAnotherNumberOfFieldsIsRejected() {
        RowFault fault = catchThrowableOfType(
                () -> read(fees, List.of("v", "i", "q", "p", "a", "t", "r", "c"), List.of("V1")), RowFault.class);

        assertThat(fault.reason()).isEqualTo(RowReason.BROKEN_LINE);
    }

    @Test
    void noValueThatMayBeAPersonsIsEverShown() throws IOException {
        TableMap patients = map("""
                source: his
                tables:
                  - table: patients
                    name: {zh: 患者, en: Patients}
                    kind: patients
                    columns:
                      patient: p
                      name: n
                      birth_date: b
                      sex: {header: s, codes: {男: male}}
                """);
        List<String> header = List.of("p", "n", "b", "s");

        assertThat(catchThrowableOfType(() -> read(patients, header, List.of("P1", "张三", "1967", "男")), RowFault.class)
                        .shown())
                .isEmpty();
        assertThat(catchThrowableOfType(
                                () -> read(patients, header, List.of("P1", "张".repeat(201), "", "男")), RowFault.class)
                        .shown())
                .isEmpty();
        assertThat(catchThrowableOfType(() -> read(patients, header, List.of("P1", "张三", "", "某")), RowFault.class)
                        .shown())
                .isEmpty();
        Draft one = read(patients, header, List.of("P1", "张三", "", "男"));
        Draft other = read(patients, header, List.of("P1", "张三丰", "", "男"));
        assertThat(one.digest()).isNotEqualTo(other.digest());
        assertThat(one.fact().toString()).doesNotContain("张三");
    }

    @Test
    void anotherCurrencyIsConvertedOnceAndTheUuidFitsAVisitNumber() throws IOException {
        TableMap dollars = map("""
                source: his
                currency: USD
                yuan_for_one: 7.1234
                tables:
                  - table: fees
                    name: {zh: 费用, en: Fees}
                    kind: charges
                    columns: {visit: {header: v, form: uuid}, item_code: i, quantity: {value: "1"}, amount: a, at: t}
                    key: [visit]
                """);
        UUID visit = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
        ChargeRow charge = ((Draft.Fact.Posted) read(
                                dollars,
                                List.of("v", "i", "a", "t"),
                                List.of(visit.toString(), "I", "10.01", "2026-01-01"))
                        .fact())
                .charge();

        assertThat(charge.amount().toString()).isEqualTo("71.31");
        assertThat(charge.visit().value()).hasSize(25);
        assertThat(ShortUuid.of(new UUID(0, 1))).isEqualTo("0".repeat(24) + "1");
    }

    @Test
    void whatIsKeptIsUnderstoodAgain() {
        Draft draft = read(
                fees,
                List.of("v", "i", "q", "p", "a", "t", "r", "c"),
                List.of("V1", "I\t1\\", "2", "1", "2", "20260101", "0", ""));
        ChargeRow charge = ((Draft.Fact.Posted) draft.fact()).charge();
        ChargePosting posting = charge.posting("his/fees:k", java.util.Optional.empty());
        HisCommand.OfVisit command =
                new HisCommand.PostCharges(charge.visit(), charge.patient(), List.of(posting), posting.at());

        KeptBatch batch =
                KeptBatch.decode(KeptBatch.encode(fees, List.of("v"), List.of(draft), java.util.Optional.of(command)));

        assertThat(batch.command()).contains(command);
        assertThat(batch.keys()).containsExactly(draft.key());
        assertThat(batch.table()).isEqualTo("his/fees");
    }

    private static final String SUPPLIED = """
            source: his
            tables:
              - table: fees
                name: {zh: 费用, en: Fees}
                kind: charges
                columns:
                  {visit: v, item_code: i, quantity: q, amount: a, at: t, days: d, chronic: {header: c, codes: {是: "yes", 否: "no"}}, take_home: {header: h, codes: {"1": "yes", "0": "no"}}}
                key: [visit, item_code, at]
            """;

    @Test
    void daysOfSupplyAreToldAndWhatSaysNothingOfThemIsTheRowThatItWas() throws IOException {
        TableMap supplied = map(SUPPLIED);
        List<String> header = List.of("v", "i", "q", "a", "t", "d", "c", "h");
        ChargeRow charge = ((Draft.Fact.Posted)
                        read(supplied, header, List.of("V1", "I1", "2", "3", "2026-01-01", "7.5", "是", "1"))
                                .fact())
                .charge();
        assertThat(charge.supply()).isEqualTo(new Supply(java.util.Optional.of(new BigDecimal("7.5")), true, true));
        ChargePosting posting = charge.posting("his/fees:k", java.util.Optional.empty());
        HisCommand.OfVisit command =
                new HisCommand.PostCharges(charge.visit(), charge.patient(), List.of(posting), posting.at());
        assertThat(KeptBatch.decode(KeptBatch.encode(supplied, List.of("v"), List.of(), java.util.Optional.of(command)))
                        .command())
                .contains(command);

        Draft without = read(
                map(SUPPLIED.replaceAll(", days: d.*}}", "}")),
                List.of("v", "i", "q", "a", "t"),
                List.of("V1", "I1", "2", "3", "2026-01-01"));
        Draft blank = read(supplied, header, List.of("V1", "I1", "2", "3", "2026-01-01", "", "", ""));
        assertThat(blank.digest()).isEqualTo(without.digest());
        assertThat(catchThrowableOfType(
                                () -> read(
                                        supplied, header, List.of("V1", "I1", "2", "3", "2026-01-01", "10000", "", "")),
                                RowFault.class)
                        .reason())
                .isEqualTo(RowReason.NO_DAYS);
    }

    @Test
    void aLeaveIsToldAndItsReturnOnceThereIsOne() throws IOException {
        TableMap leaves = map("""
                source: his
                tables:
                  - table: leaves
                    name: {zh: 请假, en: Leaves}
                    kind: leaves
                    columns: {visit: v, at: a, until: u}
                """);
        List<String> header = List.of("v", "a", "u");
        Draft lasting = read(leaves, header, List.of("V1", "2026-01-02 08:00:00", ""));
        Draft over = read(leaves, header, List.of("V1", "2026-01-02 08:00:00", "2026-01-03 20:00:00"));

        assertThat(((Draft.Fact.Told) over.fact()).commands())
                .containsExactly(
                        new HisCommand.Leave(
                                new VisitNumber("V1"),
                                HisCommand.Leave.Step.LEAVES,
                                LocalDateTime.of(2026, 1, 2, 8, 0)),
                        new HisCommand.Leave(
                                new VisitNumber("V1"),
                                HisCommand.Leave.Step.RETURNS,
                                LocalDateTime.of(2026, 1, 3, 20, 0)));
        assertThat(over.key()).isEqualTo(lasting.key());
        assertThat(over.digest()).isNotEqualTo(lasting.digest());
        HisCommand.OfVisit command = ((Draft.Fact.Told) over.fact()).commands().get(1);
        assertThat(KeptBatch.decode(KeptBatch.encode(leaves, header, List.of(over), java.util.Optional.of(command)))
                        .command())
                .contains(command);
        assertThat(catchThrowableOfType(
                                () -> read(leaves, header, List.of("V1", "2026-01-02 08:00:00", "2026-01-01 20:00:00")),
                                RowFault.class)
                        .reason())
                .isEqualTo(RowReason.LEAVE_BACKWARDS);
    }

    @Test
    void otherWritingsOfTheSameFiguresAreTheSameRow() {
        List<String> header = List.of("v", "i", "q", "p", "a", "t", "r", "c");
        Draft one = read(fees, header, List.of("V1", "I1", "2", "1.5", "3", "20260101", "0", ""));
        Draft other = read(fees, header, List.of("V1", "I1", "2.00", "1.50", "3.00", "2026-01-01", "否", "CNY"));

        assertThat(other.digest()).isEqualTo(one.digest());
        assertThat(other.key()).isEqualTo(one.key());
    }

    /** It has charges without a time: the map has to say one, such as the last day of the month that the file is of. */
    @Test
    void theReconciliationSampleHasTheShapeOfCharges() throws IOException {
        Path file = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(p -> p.resolve("shared/samples/china/reconciliation/sample_his.csv"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
        assumeTrue(file != null, "the public samples are not on this machine");
        TableMap sample = map("""
                source: his
                tables:
                  - table: sample
                    name: {zh: 对账样例, en: Reconciliation sample}
                    kind: charges
                    columns: {visit: 就诊流水号, item_code: 项目编码, item_name: 项目名称, quantity: 数量, unit_price: 单价, amount: 金额, at: {value: "2026-04-30"}}
                    ignore: [规格型号, 单位, 医疗机构代码]
                    key: [visit, item_code]
                """);
        Money sum = Money.ZERO;
        int rows = 0;
        try (RowSource source = TableFile.open(Files.newInputStream(file), sample.text())) {
            Columns columns = Columns.of(sample, source.header());
            assertThat(columns.unknown()).isEmpty();
            RowMapping mapping = new RowMapping(columns, SHANGHAI);
            for (var row = source.next(); row.isPresent(); row = source.next()) {
                sum = sum.plus(((Draft.Fact.Posted)
                                mapping.read(row.get()).orElseThrow().fact())
                        .charge()
                        .amount());
                rows++;
            }
        }
        assertThat(rows).isEqualTo(10);
        assertThat(sum.toString()).isEqualTo("295.00");
    }

    private ChargeRow charge(String... values) {
        Draft draft = read(fees, List.of("v", "i", "q", "p", "a", "t", "r", "c"), List.of(values));
        return ((Draft.Fact.Posted) draft.fact()).charge();
    }

    private static Draft read(TableMap map, List<String> header, List<String> values) {
        return new RowMapping(Columns.of(map, header), SHANGHAI)
                .read(new RowSource.RawRow(2, values))
                .orElseThrow();
    }

    private TableMap map(String text) throws IOException {
        return MapReader.readFile(Files.writeString(folder.resolve("his.yaml"), text), SHANGHAI)
                .get(0);
    }
}
