require 'tempfile'
require 'tmpdir'
require 'marcel'

tables do
  create_table(:companies)
  create_table(:workers) { |t| t.references :company }
  create_table(:documents) do |t|
    t.references :worker
    t.string :status
    t.string :title
    t.string :path
    t.timestamps
  end
end

module ActionDispatch
  module Http
    UploadedFile = Struct.new(:tempfile, :original_filename, :content_type) do
      def size = tempfile.size
      def read = tempfile.read
    end
  end
end

class Company < ApplicationRecord
  has_many :workers
end

class Worker < ApplicationRecord
  has_many :documents
end

class Document < ApplicationRecord
  ATTACHED = []
  def file = self
  def attach(**given) = ATTACHED << given
end

class ScanDocumentJob < ApplicationJob; end
class NotAuthorized < StandardError; end

class ApplicationController
  def authorize(_record, _action)
    raise NotAuthorized if current_user == :stranger
  end
end

Rails.root = Pathname.new(Dir.mktmpdir)
FileUtils.mkdir_p(Rails.root.join('public', 'documents'))

load_text

OURS = Company.create!
WORKER = OURS.workers.create!
THEIRS = Company.create!.workers.create!
PNG = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1".b
PDF = "%PDF-1.7\n".b

def upload(bytes, name)
  file = Tempfile.new.binmode
  file.write(bytes)
  file.rewind
  ActionDispatch::Http::UploadedFile.new(file, name, 'image/png')
end

def send_in(document, worker: WORKER, user: :clerk)
  controller = IdentityPapersController.new(params: { worker_id: worker.id }, company: OURS, user: user)
  controller.params[:document] = document
  controller.create
  controller
end

def written = Dir.glob(Rails.root.join('**', '*')).select { |path| File.file?(path) }

check('a PDF and a PNG are taken, and scanned before anybody opens them') do
  said = [send_in(upload(PDF, 'passport.pdf')), send_in(upload(PNG, 'passport.png'))].map(&:status)
  said == %i[created created] && ApplicationJob::QUEUE.map(&:first) == [ScanDocumentJob] * 2 &&
    Document.last(2).map(&:status) == %w[quarantined quarantined]
end
check('nothing is written where the web server hands it out') { written.empty? }
check('the stored name is not what the client wrote') do
  send_in(upload(PNG, '../../config/evil.png'))
  name = Document::ATTACHED.last[:filename]
  name.match?(/\A[0-9a-f-]{36}\.png\z/)
end
check('another company\'s worker gets no document') { raises?(ActiveRecord::RecordNotFound) { send_in(upload(PNG, 'a.png'), worker: THEIRS) } }
check('a person whose role has no say gets nowhere') { raises?(NotAuthorized) { send_in(upload(PNG, 'a.png'), user: :stranger) } }
check('the bytes decide, whatever the name says') do
  send_in(upload('<script>alert(1)</script>', 'photo.png')).status == 415 && send_in(upload(PDF, 'photo.exe')).status == :created
end
check('what is too large is rejected') { send_in(upload(PNG + ('x' * 11.megabytes), 'a.png')).status == 413 }
check('a request without a file is told what to send') { send_in('a text').status == 400 && send_in(nil).status == 400 }
check('what was never scanned is found, and what has waited for a day is reported') do
  ApplicationJob::QUEUE.clear
  lost = WORKER.documents.create!(status: 'quarantined', created_at: 1.hour.ago)
  WORKER.documents.create!(status: 'quarantined', created_at: 2.days.ago)
  SweepQuarantineJob.perform_now
  ApplicationJob::QUEUE.map { |_job, (document)| document } == [lost] && Rails.error.reports.size == 1
end
FileUtils.rm_rf(Rails.root)
