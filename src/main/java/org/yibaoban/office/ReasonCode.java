package org.yibaoban.office;

/** Why the office refuses something. Each code has one meaning, is shown to users and never reused. */
public enum ReasonCode {
    VISIT_UNKNOWN("YB-1001", "就诊号不存在", "No such visit"),
    VISIT_CANCELLED("YB-1002", "就诊已撤销", "The visit is cancelled"),
    VISIT_NOT_DISCHARGED("YB-1003", "患者尚未出院", "The patient is not discharged"),
    VISIT_SETTLED("YB-1004", "就诊已结算", "The visit is settled"),
    PATIENT_MISMATCH("YB-1005", "患者与就诊号不符", "The patient is not the one of this visit"),
    DISCHARGE_BEFORE_ADMISSION("YB-1006", "出院时间早于入院时间", "Discharge lies before admission"),
    VISIT_REOPENED_AS_OTHER("YB-1007", "就诊号已属于另一患者", "The visit number belongs to another patient"),
    PATIENT_NUMBER_GIVEN_UP(
            "YB-1008", "患者编号已合并停用，不能再用于他人", "The patient number was merged away and is not another person's"),
    MERGE_CONTRADICTS("YB-1009", "合并与此前的合并相矛盾", "The merge contradicts an earlier one"),
    VISIT_NUMBER_TAKEN("YB-1010", "就诊号已属于另一次就诊", "The visit number is another visit's"),
    LEAVE_CONTRADICTS("YB-1011", "请假时间与入院或离院时间矛盾", "The leave contradicts the admission or its own beginning"),
    VISIT_HAS_CHARGES(
            "YB-1012",
            "被合并的就诊尚有费用或申报，请先冲减、合并后重新记账",
            "The visit that is given up has charges or a claim: send credits, merge, then charge anew"),
    REVERSAL_EXCEEDS("YB-2002", "冲减超过原收费", "The credit exceeds what is left of the charge"),
    CHARGE_CHANGED("YB-2003", "同一收费流水号内容不同", "The same transaction id came with other content"),
    CLAIM_OPEN("YB-3001", "该就诊已有未完结的申报", "The visit has an open claim"),
    NOT_OUTPATIENT("YB-3006", "只有门诊就诊可按慢特病结算", "Only an outpatient visit is for a registered disease"),
    CLAIM_BLOCKED("YB-3002", "存在阻断项，不能申报", "The claim is blocked"),
    NO_MEMBERSHIP("YB-3004", "未取得参保信息", "Membership is not verified"),
    NO_PLAN("YB-3005", "出院日无有效待遇方案", "No plan is in force on the discharge date"),
    DECISION_NOT_POSSIBLE("YB-3101", "申报当前状态不允许此操作", "The claim's state does not allow this"),
    DECISION_OPEN("YB-3102", "该申报已有未完结的申请", "A request on this claim is open already"),
    DECISION_NOT_FOUND("YB-3103", "没有待审批的申请", "No such request waits for approval"),
    SAME_PERSON("YB-3104", "申请人不能审批自己的申请，须由另一人审批", "Who asks does not approve: another person must"),
    NOT_THE_REQUESTER("YB-3105", "只有申请人可以撤回申请", "Only who asked may withdraw the request"),
    FIXED_PRICE_NONE(
            "YB-3211",
            "主要诊断不在协议的单病种目录中，或定额结算已选定、未选定",
            "The agreement has no fixed price for the main diagnosis, or the choice stands otherwise"),
    FIXED_PRICE_STALE(
            "YB-3212",
            "主要诊断或协议已变，选定的单病种定额不再适用：请撤销后重新选定",
            "Main diagnosis or agreement changed, the fixed price no longer fits: undo it and choose anew"),
    FIXED_PRICE_WHOLE("YB-3213", "单病种定额按整次住院结算，不能中途结算", "A fixed price is of the whole stay: no part of it is settled"),
    PART_NOT_A_STAY("YB-3221", "仅在院的住院可作中途结算", "Only a stay that goes on can be settled in part"),
    PART_DAY("YB-3222", "中途结算截止日须在已结算期间之后、今日之前", "A part ends after the days that are settled and before today"),
    PART_EMPTY("YB-3223", "截至该日没有未结算的费用", "Nothing up to that day is left to be settled"),
    PART_NEGATIVE(
            "YB-3224",
            "未结算部分的退费大于收费：须先撤销前一部分，再一并结算",
            "What is left holds more credits than charges: take the part before back and settle it anew"),
    PART_BEYOND(
            "YB-3225",
            "出院日早于已中途结算的截止日：须先撤销该部分",
            "The stay ended before days that are settled already: take that part back first"),
    ANSWER_INCOMPLETE("YB-3106", "医保返回的金额不全，不能认可", "The payer's answer lacks amounts and cannot be accepted"),
    REASON_MISSING("YB-3107", "请写明原因，且不超过字数", "A reason is needed, not longer than allowed"),
    LINE_STOPPED("YB-3201", "医保线路已停用", "The line to the payer is stopped"),
    LINE_OPEN("YB-3202", "医保线路未停用", "The line to the payer is open already"),
    DEPOSIT_EXEMPT("YB-3501", "该患者免缴预交金（先诊疗后付费）", "No deposit is asked from this patient"),
    RECEIPTS_MOVED("YB-3502", "已有新的收付款，请核对后再办理", "A receipt was given out in the meantime: look again"),
    SHARE_NOT_SETTLED("YB-3503", "尚未结算，不能收取个人负担", "The share is not settled yet"),
    MONEY_TOO_MUCH("YB-3504", "金额超过应收或余额", "More than is owed, or than the deposit holds"),
    MONEY_AMOUNT("YB-3505", "请填写正确的金额", "The amounts are wrong"),
    RECEIPT_UNKNOWN("YB-3506", "票据不存在", "No such receipt"),
    RECEIPT_VOID("YB-3507", "票据已作废或正在申请作废", "The receipt is void, or voiding it is asked for already"),
    CLOSING_DIFFERENCE("YB-3508", "实点金额与应收不符，须写明原因", "The count differs: a reason is needed"),
    CLOSING_ANSWERED("YB-3509", "日结单不存在或已办结", "The closing is not known or is answered already"),
    CLOSING_RECEIVER("YB-3510", "只有指定的接收人可以接收", "Only the person who it is handed to receives it"),
    DEPOSIT_NOT_TAKEN("YB-3511", "该就诊不收预交金", "This visit takes no deposit"),
    DEPOSIT_HELD("YB-3512", "结清之前不能退预交金", "The deposit is kept until the share is settled and paid"),
    CLOSING_EMPTY("YB-3513", "没有需要日结的票据", "There is nothing to close"),
    RECEIPT_NOT_ASKED("YB-3514", "没有待审批的作废申请", "Nobody asked to void this receipt"),
    RECONCILIATION_UNKNOWN("YB-3601", "对账或差异不存在", "No such reconciliation or difference"),
    RECONCILIATION_STATE(
            "YB-3602",
            "对账当前状态不允许此操作，或他人正在对账",
            "The reconciliation does not allow this as it stands, or another asks now"),
    RECONCILIATION_OPEN("YB-3603", "仍有差异未处理，不能提请办结", "Differences are open: it cannot be presented for closing"),
    RECONCILIATION_PERIOD("YB-3604", "对账期间须为不晚于今日的一天或一个整月", "A day, or a whole month, that has begun is expected"),
    RECONCILIATION_NOT_OVER("YB-3605", "该期间尚未结束，不能提请办结", "The period is not over: it cannot be presented for closing"),
    DIFFERENCE_ACTION("YB-3606", "该申报没有医保已确认的撤销，无可重发", "The claim has no confirmed reversal to send again"),
    DIFFERENCE_BOOKS(
            "YB-3607",
            "该差异是本院账目之间的，与医保无关：在收费或结算中改正后重新对账，或说明原因",
            "The difference is between the hospital's own books: mend it there and reconcile again, or explain it"),
    DEDUCTION_ENTRY(
            "YB-3611",
            "扣款登记有误：须为已结算的就诊、已有的科室，金额与日期须合理",
            "A settled visit, a known department, and an amount and days in reason are expected"),
    DEDUCTION_TWICE("YB-3612", "该通知的此条扣款已登记", "This line of the notice is on file already"),
    DEDUCTION_STATE("YB-3613", "扣款不存在或当前状态不允许此操作", "No such deduction, or it does not allow this as it stands"),
    DEDUCTION_LATE("YB-3614", "已过申诉期限", "The deadline for an appeal is over"),
    DEDUCTION_EVIDENCE(
            "YB-3615",
            "材料须为未办结扣款的新文件，不超过 10 MiB",
            "A new file of at most 10 MiB for an undecided deduction is expected"),
    CLEARING_UNREADABLE("YB-3631", "拨付文件不能读取，未作任何登记", "The payment advice cannot be read; nothing of it was kept"),
    CLEARING_TWICE("YB-3632", "该编号已登记且内容不同", "This number is on file with another content"),
    CLEARING_ENTRY(
            "YB-3633",
            "拨付登记有误：编号、日期、月份与险种须合理，各月金额之和须等于到账金额",
            "A number, days, months and insurances in reason are expected, and parts that add up to the payment"),
    CLEARING_STATE("YB-3634", "拨付不存在或当前状态不允许此操作", "No such payment, or it does not allow this as it stands"),
    CLEARING_CLAIM(
            "YB-3635",
            "拨付明细中的申报本院没有，或未结算、未撤销，未作任何登记",
            "The advice names a claim that is unknown, not settled or not taken back here; nothing of it was kept"),
    CLEARING_NO_ANSWER("YB-3636", "医保未给出该月的拨付明细", "The payer gave no payment advice for this month"),
    FINDING_UNKNOWN("YB-7001", "审核问题不存在", "No such audit finding"),
    FINDING_CLOSED("YB-7002", "审核问题已办结", "The audit finding is closed"),
    SECOND_PERSON("YB-7004", "须由另一人复核", "Another person must agree"),
    NOT_PROPOSED("YB-7005", "尚未提请豁免", "Overruling is not proposed"),
    REVIEW_UNKNOWN("YB-7101", "点评样本或处方不存在", "No such sample or prescription"),
    REVIEW_NOTHING("YB-7102", "该范围内没有可抽取的处方", "There is no prescription to draw from"),
    REVIEW_VERDICT("YB-7103", "请选择点评结论；不合理的须写明理由", "A verdict is needed; one that is not reasonable needs a reason"),
    REVIEW_UNFINISHED("YB-7104", "仍有处方未点评，不能公示", "Prescriptions without a verdict: not to be published yet"),
    REVIEW_PUBLISHED("YB-7105", "样本已公示，不能更改", "The sample is published and stays as it is"),
    REVIEW_AIM("YB-7106", "抽样条件有误", "The sample cannot be drawn so"),
    CATALOGUE_SET("YB-8101", "目录变更集当前状态不允许此操作", "The catalogue's change set does not allow this as it stands"),
    CATALOGUE_MOVED("YB-8102", "核对之后目录又有新的发布，请重新核对", "The catalogue was released anew since the check: check again"),
    CATALOGUE_CODE("YB-8103", "编码不在目录中", "The code is not in the catalogue"),
    QUOTA_SCOPE("YB-8001", "定额的科室或医生代码不存在", "The quota's department or doctor is not known"),
    QUOTA_OVERLAP("YB-8002", "同一对象、同一指标在这段时间内已有定额", "Another quota limits the same on some of these days"),
    QUOTA_CHANGED("YB-8003", "定额已被他人修改，请刷新后再改", "Another person changed the quota: look again"),
    QUERY_CLOSED("YB-8004", "该询问不存在或已答复", "The query is not known or is answered already"),
    REPORT_UNKNOWN("YB-8201", "报表或计划不存在，或报表尚未生成", "No such report or plan, or the report is not made yet"),
    REPORT_DAY("YB-8202", "每月日期须为 1 至 28 日", "The day of the month must be 1 to 28"),
    REPORT_NOT_POSTED(
            "YB-8203", "只能公示已生成的脱敏报表，且只公示一次", "Only a report that is made with masked names is published, once"),
    BULLETIN_FAULT("YB-3701", "通知填写不全、过长或起止日期有误", "The notice is incomplete, too long, or its days are wrong"),
    COMPLAINT_FAULT("YB-3702", "投诉填写不全或过长", "The complaint is incomplete or too long"),
    COMPLAINT_DUE("YB-3703", "请填写承办人和今日起的办结期限", "Name who is to answer and a day from today on"),
    IDENTITY_WRONG("YB-3705", "身份证号缺失或有误，无法核验参保", "The identity number is missing or wrong, nobody can be asked"),
    COMPLAINT_CLOSED("YB-3704", "该投诉不存在或已答复", "The complaint is not known or is answered already"),
    USER_NAME("YB-9001", "用户名已存在或格式有误", "The user name is taken, or not of the right form"),
    USER_UNKNOWN("YB-9002", "用户不存在", "No such user"),
    USER_ROLES("YB-9003", "角色或科室有误", "The roles or the department are not right"),
    ROLES_CLASH("YB-9004", "不相容岗位不能由同一人兼任", "These roles are not one person's to hold together"),
    OWN_ACCOUNT("YB-9005", "不能锁定自己或取消自己的管理员角色", "Nobody locks oneself, or gives up being the administrator"),
    PASSWORD_WRONG("YB-9006", "原密码错误", "The old password is wrong"),
    PASSWORD_WEAK("YB-9007", "新密码不符合要求", "The new password does not meet the rules"),
    NOT_ALLOWED("YB-4001", "无权操作", "Not allowed"),
    BAD_REQUEST("YB-4002", "请求内容错误", "The request is wrong"),
    CONSENT_UNKNOWN("YB-6001", "知情同意书不存在", "No such consent form"),
    CONSENT_FORM("YB-6002", "知情同意书填写有误", "The consent form is not filled in rightly"),
    CONSENT_STATE("YB-6003", "知情同意书当前状态不允许此操作", "The consent form's state does not allow this"),
    CONSENT_NOT_NEEDED("YB-6004", "该项目无需签署知情同意书", "The item needs no consent");

    private final String code;
    private final String chinese;
    private final String english;

    ReasonCode(String code, String chinese, String english) {
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
