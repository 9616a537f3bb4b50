package org.yibaoban.catalogue;

/** A row that is not taken: which field, what it says, and why. */
public final class ItemFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Each code has one meaning and is never reused. */
    public enum Reason {
        BROKEN_LINE("CT-01", "行的列数与表头不符", "The row has another number of fields than the header"),
        MISSING("CT-02", "必填项为空", "A required value is empty"),
        TOO_LONG("CT-03", "内容过长", "The value is too long"),
        CODE_SHAPE("CT-04", "不符合国家编码格式", "Not in the shape of a national code"),
        NO_NUMBER("CT-05", "不是有效的金额或比例", "Not an amount of two places or a share from 0 to 1"),
        NO_DAY("CT-06", "不是有效的日期", "Not a date"),
        UNKNOWN_WORD("CT-07", "不认识的取值", "Not one of the values that are known"),
        NO_SHARE("CT-08", "乙类缺少先自付比例", "Class B without a first share"),
        SHARE_NOT_B("CT-09", "只有乙类有先自付比例", "Only class B has a first share"),
        ENDS_BEFORE_IT_BEGINS("CT-10", "失效日期早于生效日期", "It ends before it begins"),
        TWICE("CT-11", "同一编码在文件中出现两次", "The code stands twice in the file"),
        TWO_CODES("CT-12", "同一院内项目对应两个国家编码", "One hospital item with two national codes");

        private final String code;
        private final String chinese;
        private final String english;

        Reason(String code, String chinese, String english) {
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

    private final Reason reason;
    private final ItemField field;
    private final String shown;

    public ItemFault(Reason reason, ItemField field, String shown) {
        super(reason.code() + " " + field.key(), null, false, false);
        this.reason = reason;
        this.field = field;
        this.shown = shown;
    }

    public Reason reason() {
        return reason;
    }

    public ItemField field() {
        return field;
    }

    public String shown() {
        return shown;
    }
}
