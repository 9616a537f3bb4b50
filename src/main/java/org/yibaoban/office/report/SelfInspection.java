package org.yibaoban.office.report;

import static org.yibaoban.audit.AuditRule.AGE_LIMIT;
import static org.yibaoban.audit.AuditRule.BED_DAYS;
import static org.yibaoban.audit.AuditRule.COMPONENT;
import static org.yibaoban.audit.AuditRule.DIAGNOSIS_LIMIT;
import static org.yibaoban.audit.AuditRule.EXAM_ONLY;
import static org.yibaoban.audit.AuditRule.EXCLUSIVE;
import static org.yibaoban.audit.AuditRule.IDENTITY;
import static org.yibaoban.audit.AuditRule.IDLE_STAY;
import static org.yibaoban.audit.AuditRule.INSURANCE_LIMIT;
import static org.yibaoban.audit.AuditRule.LEVEL_LIMIT;
import static org.yibaoban.audit.AuditRule.NO_CONSENT;
import static org.yibaoban.audit.AuditRule.ON_LEAVE;
import static org.yibaoban.audit.AuditRule.OVERLAP;
import static org.yibaoban.audit.AuditRule.OVER_DAY_MAX;
import static org.yibaoban.audit.AuditRule.OVER_PRICE;
import static org.yibaoban.audit.AuditRule.OVER_STAY_MAX;
import static org.yibaoban.audit.AuditRule.PRESCRIPTION_DAYS;
import static org.yibaoban.audit.AuditRule.REPEAT_EXAM;
import static org.yibaoban.audit.AuditRule.SAME_THERAPY;
import static org.yibaoban.audit.AuditRule.SELF_PAY_SHARE;
import static org.yibaoban.audit.AuditRule.SEX_LIMIT;
import static org.yibaoban.audit.AuditRule.SPLIT_ADMISSION;
import static org.yibaoban.audit.AuditRule.SUBSTITUTION;
import static org.yibaoban.audit.AuditRule.TAKE_HOME_EXCESS;
import static org.yibaoban.audit.AuditRule.UNMAPPED;
import static org.yibaoban.audit.AuditRule.VISIT_LIMIT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.office.audit.AuditStatistics;
import org.yibaoban.office.report.InspectionRow.Verdict;
import org.yibaoban.office.report.Report.Part;
import org.yibaoban.quota.indicator.Figure;
import org.yibaoban.quota.indicator.Indicator;
import org.yibaoban.quota.indicator.Measure;
import org.yibaoban.quota.indicator.Tally;
import org.yibaoban.store.AuditFindings.Group;
import org.yibaoban.store.Consents;

/**
 * The self-inspection report (自查报告) in the sections of {@code ../shared/documents/002}: management, business, cost control,
 * service, information, publicity; then what was found, and by whom it is to be mended. Where the product has figures
 * they speak; what only people can attest is left for the office to fill in.
 */
@ApplicationScoped
class SelfInspection {

    private static final BigDecimal SELF_PAID_LIMIT = BigDecimal.valueOf(20);

    @Inject
    private AuditStatistics statistics;

    @Inject
    private InspectionFacts facts;

    @Inject
    private IndicatorParts indicators;

    @Inject
    private Named named;

    List<Supplier<Part>> steps(YearMonth month) {
        AuditStatistics.Report found = statistics.of(month.atDay(1), month.atEndOfMonth());
        Indicators told = new Indicators(indicators.whole(month));
        return List.of(
                () -> management(month),
                () -> business(month, found),
                () -> costs(found, told),
                () -> service(found, told),
                this::information,
                () -> section(
                        "六、医疗保险政策宣传",
                        "6. Publicity",
                        InspectionRow.byHand("组织医务人员学习医保政策，抽查掌握程度", "staff trained in the rules"),
                        InspectionRow.byHand("设置宣传栏，发放宣传资料", "patients are told of the rules")),
                () -> results(found.rules()),
                () -> departments(found.departments()));
    }

    /** The hospital's month beside the same a year before. */
    private record Indicators(org.yibaoban.office.indicator.Indicators.Row row) {

        Optional<Figure> now(Indicator indicator) {
            return row.now().figure(indicator);
        }

        String words(Indicator indicator) {
            return Cells.figure(row.now(), indicator) + "（上年同月 year before " + Cells.figure(row.lastYear(), indicator)
                    + "）";
        }
    }

    private Part management(YearMonth month) {
        InspectionFacts.Answered asked = facts.asked(month);
        return section(
                "一、医疗保险基础管理",
                "1. Management",
                InspectionRow.byHand("管理组织、专人负责、制度健全、资料存档", "organisation, rules, files"),
                new InspectionRow(
                        "定期分析医疗费用，发现问题及时纠正",
                        "costs are watched and questions answered",
                        "询问科室 asked " + asked.asked() + "，已答复 answered " + asked.answered(),
                        Verdict.of(asked.asked() == asked.answered())),
                InspectionRow.byHand("配合医保经办机构的监督、审核，提供病历和资料", "help with the payer's inspections"));
    }

    private Part business(YearMonth month, AuditStatistics.Report found) {
        InspectionFacts.Reviewed reviewed = facts.reviewed(month);
        InspectionFacts.Unmapped unmapped = facts.unmapped();
        return section(
                "二、医疗保险业务管理",
                "2. Business",
                audited(
                        "严格执行用药管理和限定支付范围",
                        "restricted drugs and items",
                        found,
                        SEX_LIMIT,
                        AGE_LIMIT,
                        INSURANCE_LIMIT,
                        LEVEL_LIMIT,
                        DIAGNOSIS_LIMIT,
                        VISIT_LIMIT),
                audited("出院带药、处方用量按规定执行", "days of supply", found, TAKE_HOME_EXCESS, PRESCRIPTION_DAYS),
                new InspectionRow(
                        "抽查处方、病历",
                        "prescriptions are reviewed",
                        "抽查 drawn " + reviewed.cases() + "，已点评 judged " + reviewed.judged(),
                        Verdict.of(reviewed.cases() > 0 && reviewed.judged() == reviewed.cases())),
                audited("严格执行诊疗项目管理，无串换、自立项目", "no substitution, no items of one's own", found, SUBSTITUTION, UNMAPPED),
                new InspectionRow(
                        "收费项目与国家编码对应",
                        "items have national codes",
                        "未对应 without a code " + unmapped.items() + "，近三月涉及 charged " + unmapped.charged() + " 元",
                        Verdict.of(unmapped.items() == 0)));
    }

    private static Part costs(AuditStatistics.Report found, Indicators told) {
        Tally now = told.row().now();
        long stays = now.get(Measure.STAYS).longValue();
        long settled = now.get(Measure.SETTLED_STAYS)
                .add(now.get(Measure.BELOW_DEDUCTIBLE_STAYS))
                .longValue();
        return section(
                "三、医疗保险费用控制",
                "3. Cost control",
                audited("严格执行收费标准和医疗保险限额规定", "price limits", found, OVER_PRICE),
                audited(
                        "无重复收费、分解收费、超频次收费",
                        "nothing charged twice",
                        found,
                        EXCLUSIVE,
                        COMPONENT,
                        SAME_THERAPY,
                        REPEAT_EXAM,
                        OVER_DAY_MAX,
                        OVER_STAY_MAX,
                        BED_DAYS),
                new InspectionRow(
                        "个人自费费用占医疗总费用的比例控制在20%以内",
                        "self-paid share within 20 %",
                        told.words(Indicator.SELF_PAID_SHARE),
                        told.now(Indicator.SELF_PAID_SHARE)
                                .map(share -> Verdict.of(isWithin(share)))
                                .orElse(Verdict.NO_FIGURE)),
                audited("自费占比超标的住院", "stays with too large a self-paid share", found, SELF_PAY_SHARE),
                new InspectionRow(
                        "门诊人均费用",
                        "cost per outpatient person",
                        told.words(Indicator.COST_PER_OUTPATIENT_PERSON),
                        Verdict.SHOWN),
                new InspectionRow("药占比（%）", "drug share", told.words(Indicator.DRUG_SHARE), Verdict.SHOWN),
                new InspectionRow("次均费用", "cost per stay", told.words(Indicator.COST_PER_STAY), Verdict.SHOWN),
                new InspectionRow(
                        "费用结算及时",
                        "stays are settled in time",
                        "出院 discharged " + stays + "，已结算 settled " + settled,
                        Verdict.of(settled >= stays)));
    }

    /** Exact, not by what is shown. */
    static boolean isWithin(Figure share) {
        return share.numerator().compareTo(SELF_PAID_LIMIT.multiply(share.denominator())) <= 0;
    }

    private Part service(AuditStatistics.Report found, Indicators told) {
        Consents.Missing due = facts.consentDue();
        return section(
                "四、医疗保险服务管理",
                "4. Service",
                InspectionRow.byHand("就医流程、明码标价、费用清单", "prices and lists are shown"),
                audited("就诊人员身份验证，杜绝冒名就诊和冒名住院", "identities are verified", found, IDENTITY),
                audited("目录外药品、诊疗项目事先征得参保人员同意", "consent before class C", found, NO_CONSENT),
                new InspectionRow(
                        "在院及未结算患者的知情同意书齐全",
                        "no consent is due",
                        "欠签 stays with consent due " + due.stays() + "，涉及 amount " + due.amount() + " 元",
                        Verdict.of(due.stays() == 0)),
                audited(
                        "严格掌握入、出院标准，无挂床、分解、低标准住院",
                        "admissions and discharges by the rules",
                        found,
                        IDLE_STAY,
                        SPLIT_ADMISSION,
                        EXAM_ONLY,
                        OVERLAP,
                        ON_LEAVE),
                new InspectionRow(
                        "14日再住院率（%）", "readmission rate", told.words(Indicator.READMISSION_RATE), Verdict.SHOWN));
    }

    private Part information() {
        long waiting = facts.waitingForPayer();
        return section(
                "五、医疗保险信息管理",
                "5. Information",
                new InspectionRow(
                        "与医保经办机构联网正常，无积压",
                        "nothing waits for the payer",
                        "待发 waiting " + waiting,
                        Verdict.of(waiting == 0)),
                InspectionRow.byHand("系统维护、政策调整及时更新", "the system is kept up to date"),
                InspectionRow.byHand("窗口人员培训；数据安全完整；前置机查毒杀毒", "training, safety of data"));
    }

    private static Part results(List<Group> rules) {
        return findings(
                "七、自查结果",
                "7. What was found",
                "规则 Rule",
                rules.stream()
                        .map(group -> row(
                                AuditRule.valueOf(group.key()).chinese() + " "
                                        + AuditRule.valueOf(group.key()).english(),
                                group))
                        .toList());
    }

    private Part departments(List<Group> departments) {
        return findings(
                "八、存在问题及整改",
                "8. To be mended",
                "科室 Department",
                departments.stream()
                        .map(group -> row(named.department(group.key()), group))
                        .toList());
    }

    private static Part findings(String chinese, String english, String of, List<List<Object>> rows) {
        return new Part(
                chinese,
                english,
                List.of(of, "发现 Found", "涉及金额 Amount", "未办结 Open", "未办结金额 At stake", "已纠正 Mended", "已豁免 Overruled"),
                rows,
                List.of(2, 4));
    }

    private static List<Object> row(String name, Group group) {
        return List.of(
                name,
                group.found(),
                group.money(),
                group.standing(),
                group.atStake(),
                group.mended(),
                group.overruled(),
                // for the office or the department to fill in
                "");
    }

    private static InspectionRow audited(
            String chinese, String english, AuditStatistics.Report found, AuditRule... rules) {
        return InspectionRow.audited(chinese, english, found.rules(), List.of(rules));
    }

    private static Part section(String chinese, String english, InspectionRow... rows) {
        List<List<Object>> cells = new ArrayList<>();
        for (InspectionRow row : rows) {
            cells.add(row.cells());
        }
        return new Part(chinese, english, List.of("自查内容 Item", "依据 Evidence", "结论 Verdict"), cells);
    }
}
