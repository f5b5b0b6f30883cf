// An example: copy it, change it, and keep your copy out of public repositories if it names people.
using 'main.bicep'

param name = 'hoctapnd'
param publicBaseUrl = 'https://hoctap.example.gov.vn'
param storageSku = 'Standard_ZRS'
param certificateRetentionDays = 0
param alertEmail = 'truc.hethong@example.gov.vn'
