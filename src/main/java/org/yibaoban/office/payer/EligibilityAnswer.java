package org.yibaoban.office.payer;

import java.util.List;
import java.util.Optional;
import org.yibaoban.membership.DiseaseStanding;
import org.yibaoban.membership.Membership;

/**
 * The payer's answer on a membership.
 *
 * @param membership empty when the payer does not know the person; a suspended one is present with its standing
 * @param diseases the chronic and special diseases that the person is registered for
 * @param reason the payer's words where the fund does not pay
 * @param request what was sent, byte for byte
 * @param response what came back, byte for byte
 */
public record EligibilityAnswer(
        Optional<Membership> membership,
        List<DiseaseStanding> diseases,
        Optional<String> reason,
        byte[] request,
        byte[] response) {}
