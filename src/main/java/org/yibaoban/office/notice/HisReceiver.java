package org.yibaoban.office.notice;

import java.nio.charset.Charset;
import java.util.Set;

/**
 * A system of the hospital that is told what became of its stays ({@code config/receivers.yaml}).
 *
 * @param name by which it is known here
 * @param application MSH-5
 * @param facility MSH-6
 * @param version MSH-12
 * @param wants what it is told of
 */
public record HisReceiver(
        String name,
        String host,
        int port,
        String application,
        String facility,
        Charset charset,
        String version,
        Set<NoticeKind> wants) {

    public HisReceiver {
        wants = Set.copyOf(wants);
    }
}
