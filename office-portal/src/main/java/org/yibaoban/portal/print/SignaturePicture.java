package org.yibaoban.portal.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.yibaoban.consent.DrawnSignature;
import org.yibaoban.consent.DrawnSignature.Point;

/** A drawn signature as a picture that can be printed. */
final class SignaturePicture {

    private static final int PEN = 3;

    private SignaturePicture() {}

    /** PNG, black on white, as an address that needs no fetching. */
    static String dataUri(DrawnSignature signature) {
        BufferedImage image =
                new BufferedImage(DrawnSignature.WIDTH, DrawnSignature.HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, DrawnSignature.WIDTH, DrawnSignature.HEIGHT);
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke(PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        signature.strokes().forEach(stroke -> pen.draw(line(stroke)));
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Pdf.PICTURE + Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private static Path2D line(List<Point> stroke) {
        Path2D path = new Path2D.Float();
        path.moveTo(stroke.get(0).x(), stroke.get(0).y());
        stroke.forEach(point -> path.lineTo(point.x(), point.y()));
        return path;
    }
}
