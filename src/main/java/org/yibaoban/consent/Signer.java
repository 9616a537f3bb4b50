package org.yibaoban.consent;

import java.time.LocalDateTime;

/**
 * Who signed and who saw it. Names are personal data and never logged.
 *
 * @param witness the member of staff, or another person, who saw the signature; never the signer
 * @param at the hospital's time of the signature
 */
public record Signer(String name, Relation relation, String witness, LocalDateTime at) {

    /** @throws ConsentFault when something is blank, or the signer witnesses the own signature */
    public Signer {
        name = Fields.given("签署人 signer", name);
        witness = Fields.given("见证人 witness", witness);
        if (relation == null) {
            throw new ConsentFault("关系 relation", "未选择 is missing");
        }
        if (at == null) {
            throw new ConsentFault("签署时间 time", "未填写 is missing");
        }
        if (name.equals(witness)) {
            throw new ConsentFault("见证人 witness", "不能是签署人本人 is the signer");
        }
    }

    @Override
    public String toString() {
        return "signer " + relation;
    }
}
