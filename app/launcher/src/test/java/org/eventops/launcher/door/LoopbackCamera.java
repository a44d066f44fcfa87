package org.eventops.launcher.door;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/** An IP camera on this machine: pictures without end until it is told to stop. */
final class LoopbackCamera implements AutoCloseable {
    private final HttpServer server;
    private volatile byte[] picture;
    private volatile boolean sending = true;
    private volatile boolean stalled;

    LoopbackCamera(String code) throws IOException {
        picture = picture(code);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/camera.mjpg", this::stream);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/camera.mjpg";
    }

    /** Somebody holds another code in front of it. */
    void show(String code) throws IOException {
        picture = picture(code);
    }

    /** The line stays open and nothing comes. */
    void stall() {
        stalled = true;
    }

    void goOn() {
        stalled = false;
    }

    /** Whoever watches loses it; who opens it again gets nothing. */
    void goAway() {
        sending = false;
    }

    void comeBack() {
        sending = true;
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders()
                .add("Content-Type", "multipart/x-mixed-replace; boundary=frame");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (sending) {
                while (stalled && sending) {
                    java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
                }
                byte[] now = picture;
                String head =
                        "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: "
                                + now.length
                                + "\r\n\r\n";
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                out.write(now);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        }
    }

    private static byte[] picture(String text) throws IOException {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 640, 480);
        pen.setColor(Color.BLACK);
        try {
            ByteMatrix code = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            for (int y = 0; y < code.getHeight(); y++) {
                for (int x = 0; x < code.getWidth(); x++) {
                    if (code.get(x, y) == 1) {
                        pen.fillRect(180 + x * 9, 100 + y * 9, 9, 9);
                    }
                }
            }
        } catch (WriterException e) {
            throw new IOException(e);
        }
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", jpeg);
        return jpeg.toByteArray();
    }

    @Override
    public void close() {
        sending = false;
        server.stop(0);
    }
}
